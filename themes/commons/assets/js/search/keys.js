// On every page: "/" and Ctrl K (on a Mac, Cmd K) open search, and so does its link; the rest is loaded then.
import { shortcutIsOn } from "./shortcut.js";

const link = document.querySelector("a.tool-search");
// The search page has the field already.
const isHere = Boolean(document.querySelector(".search-page"));

// What is typed while the box is still being loaded; null when it isn't.
let early = null;

const open = async () => {
  if (isHere) {
    document.querySelector(".search-page input").focus();
    return;
  }
  early = "";
  try {
    const { openBox } = await import("./box.js");
    openBox(early);
  } catch {
    link.click(); // Without the network's help, the browser's own way.
  } finally {
    early = null;
  }
};

const isLetter = (event) => event.key.length === 1 && !(event.ctrlKey || event.metaKey || event.altKey);

const isWriting = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

const isAsked = (event) => {
  if (event.altKey || event.isComposing) return false;
  if (event.key === "/") return !(event.ctrlKey || event.metaKey || isWriting(event.target)) && shortcutIsOn();
  return event.key.toLowerCase() === "k" && event.ctrlKey !== event.metaKey && !event.shiftKey;
};

if (link && document.querySelector("template.search-kit")) {
  link.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  document.addEventListener("keydown", (event) => {
    if (early !== null && isLetter(event)) {
      event.preventDefault();
      early += event.key;
    } else if (isAsked(event)) {
      event.preventDefault();
      open();
    }
  });
  link.addEventListener("click", (event) => {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (elsewhere || isHere || early !== null) return;
    event.preventDefault();
    open();
  });
}
