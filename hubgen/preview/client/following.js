/* The stream of events to this page. A hidden tab lets go of it, since a browser has few connections to one host, and
   hears of everything at once when it is shown again. */

const AGAIN = 1500;
/* Milliseconds between two looks for a preview that went away. */

export function follow({ own, page, token, revision, onState, onQuiet }) {
  let source = null;
  let known = revision;
  let key = token;
  let waiting = 0;

  function open() {
    if (source || document.hidden) return;
    const address = new URL("events", own);
    address.search = new URLSearchParams({ page, token: key, since: known }).toString();
    source = new EventSource(address);
    source.addEventListener("open", () => onQuiet(false));
    source.addEventListener("state", (event) => {
      known = event.lastEventId || known;
      onState(JSON.parse(event.data), known);
    });
    source.addEventListener("error", lost);
  }

  function close() {
    source?.close();
    source = null;
    clearTimeout(waiting);
  }

  function lost() {
    onQuiet(true);
    /* A new run of the preview has another token, which its pages tell. */
    close();
    waiting = setTimeout(knock, AGAIN);
  }

  async function knock() {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href, { cache: "no-store" });
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      const tag = found.querySelector("script[data-token][data-digest]");
      if (tag) {
        key = tag.dataset.token;
        known = "0";
      }
      open();
    } catch {
      waiting = setTimeout(knock, AGAIN);
    }
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}
