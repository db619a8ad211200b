// Pages that somebody is about to open are loaded a moment before: a link of this site under the pointer, the keyboard's focus
// or a finger. Nothing is loaded for people who save data, and each page once.
const WAIT = 80; // Milliseconds that a pointer rests on a link before it means it.
const MOST = 12; // Pages a visit.

const known = new Set([location.href.split('#')[0]]);
let waiting = 0;

function pageOf(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!link || link.hasAttribute('download') || link.origin !== location.origin) return '';
  const page = link.href.split('#')[0];
  return page.endsWith('/') && !known.has(page) && known.size <= MOST ? page : '';
}

function load(page) {
  known.add(page);
  const hint = document.createElement('link');
  hint.rel = 'prefetch';
  hint.href = page;
  document.head.append(hint);
}

function look(event) {
  clearTimeout(waiting);
  const page = pageOf(event);
  if (page) waiting = setTimeout(load, event.type === 'touchstart' ? 0 : WAIT, page);
}

const connection = navigator.connection;
if (location.protocol.startsWith('http') && !connection?.saveData && !/2g/.test(connection?.effectiveType ?? '')) {
  for (const type of ['pointerover', 'focusin', 'touchstart']) document.addEventListener(type, look, { passive: true });
}
