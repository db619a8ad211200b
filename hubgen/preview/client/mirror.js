/* Makes a page into a newer version of itself and leaves alone what scripts and people have done to it.

   A copy of the page as the server sent it is kept beside the page. The copy is morphed into the newer version; each
   single change to the copy is then made to the page too. What the server didn't change is never touched: typed text,
   open details, ticked boxes, and whatever scripts have made. Where a script has changed the very thing that the server
   changes, the page can't know what its script would do, and says so. */

import { Idiomorph } from "./idiomorph.js";

const WATCHED = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeOldValue: true,
};
/* People change these as well as servers. */
const PEOPLES = new Set(["open"]);

export class Mirror {
  constructor(root) {
    /* A document that loads nothing and runs nothing. */
    const room = document.implementation.createHTMLDocument("");
    room.replaceChild(room.importNode(root, true), room.documentElement);
    this.pristine = room.documentElement;
    this.live = new Map();
    this.pair(this.pristine, root);
  }

  /* Whether that could be done without a doubt. */
  become(next) {
    const touched = this.touched();
    asText(next);
    const observer = new MutationObserver(() => {});
    observer.observe(this.pristine, WATCHED);
    Idiomorph.morph(this.pristine, next.documentElement, { head: { style: "morph" } });
    const records = observer.takeRecords();
    observer.disconnect();
    const isSure = records.every((record) => this.repeat(record, touched));
    for (const copy of this.live.keys()) if (!copy.isConnected) this.live.delete(copy);
    return isSure;
  }

  pair(copy, live) {
    this.live.set(copy, live);
    copy.childNodes.forEach((child, number) => this.pair(child, live.childNodes[number]));
  }

  /* The sorts of elements that scripts have changed: new ones of a sort would want that too. */
  touched() {
    const sorts = new Set();
    for (const [copy, live] of this.live) {
      if (copy instanceof Element && isTouched(copy, live, this.live)) sorts.add(sort(copy));
    }
    return sorts;
  }

  repeat(record, touched) {
    const live = this.live.get(record.target);
    if (!live) return false;
    if (record.type === "attributes") return repeatAttribute(record, live);
    if (record.type === "characterData") return this.repeatText(record, live);
    return this.repeatChildren(record, live, touched);
  }

  repeatText(record, live) {
    if (live.data !== record.oldValue && live.data !== record.target.data) return false;
    live.data = record.target.data;
    return live.isConnected;
  }

  repeatChildren(record, parent, touched) {
    for (const node of record.removedNodes) {
      const gone = this.live.get(node);
      if (!gone || gone.parentNode !== parent) return false;
      gone.remove();
    }
    for (const node of record.addedNodes) {
      /* What has gone again meanwhile only helped to move others. */
      if (!this.live.has(node) && node.isConnected && wants(node, touched)) return false;
      const before = this.place(record, parent);
      if (before === undefined) return false;
      parent.insertBefore(this.made(node), before);
    }
    return parent.isConnected;
  }

  /* The child before which a new one belongs; null for the end, undefined where a script has moved its neighbours. */
  place({ nextSibling, previousSibling }, parent) {
    const next = nextSibling && this.live.get(nextSibling);
    if (next?.parentNode === parent) return next;
    const previous = previousSibling && this.live.get(previousSibling);
    if (previous?.parentNode === parent) return previous.nextSibling;
    return nextSibling || previousSibling ? undefined : null;
  }

  /* The page's own node for one of the copy's: it moves along with all that people did to it, or it is new. */
  made(copy) {
    const known = this.live.get(copy);
    if (known) return known;
    const isWhole = copy instanceof HTMLTemplateElement;
    const live = document.importNode(copy, isWhole);
    this.live.set(copy, live);
    if (!isWhole) for (const child of copy.childNodes) live.appendChild(this.made(child));
    return live;
  }
}

function repeatAttribute({ target, attributeName: name, oldValue }, live) {
  const value = target.getAttribute(name);
  const now = live.getAttribute(name);
  if (!PEOPLES.has(name) && now !== oldValue && now !== value) return false;
  if (value === null) live.removeAttribute(name);
  else live.setAttribute(name, value);
  return live.isConnected;
}

function isTouched(copy, live, pairs) {
  if (!live?.isConnected) return true;
  const names = new Set([...copy.getAttributeNames(), ...live.getAttributeNames()]);
  for (const name of names) {
    if (!PEOPLES.has(name) && copy.getAttribute(name) !== live.getAttribute(name)) return true;
  }
  const children = [...live.childNodes];
  return copy.childNodes.length !== children.length
    ? true
    : [...copy.childNodes].some((child, number) => {
        const own = pairs.get(child);
        return own !== children[number] || (child instanceof Text && child.data !== own.data);
      });
}

/* Where scripts run, browsers read these as text. */
function asText(page) {
  for (const each of page.querySelectorAll("noscript")) each.textContent = each.innerHTML;
}

function sort(element) {
  return `${element.localName}.${element.getAttribute("class") ?? ""}`;
}

function wants(node, touched) {
  if (!(node instanceof Element)) return false;
  return touched.has(sort(node)) || [...node.querySelectorAll("*")].some((each) => touched.has(sort(each)));
}
