/* The page in this tab: which version of it is shown, and how it becomes the newest one. */

import { reloadKeeping } from "./keeping.js";
import { Mirror } from "./mirror.js";

const TAG = "script[data-token][data-digest]";
const FIXED = `script:not([data-token]), meta[http-equiv="Content-Security-Policy"]`;
const SHEET = `link[rel="stylesheet"]`;

export class ShownPage {
  constructor(digest) {
    this.digest = digest;
    this.mirror = new Mirror(document.documentElement);
    this.newest = null;
    this.isBusy = false;
  }

  /* Act on the newest state; what comes while that takes its time is acted on afterwards. */
  async follow(state) {
    this.newest = state;
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      while (this.newest) {
        const next = this.newest;
        this.newest = null;
        if (next.digest && next.digest !== this.digest) await this.become();
      }
    } catch (problem) {
      /* Without an answer the preview has gone, and the stream finds it again; anything else is a mistake of ours. */
      if (problem instanceof NoAnswer) return;
      console.error(problem);
      reloadKeeping();
    } finally {
      this.isBusy = false;
    }
  }

  async become() {
    const next = await newest();
    const tag = next.querySelector(TAG);
    if (!tag) {
      reloadKeeping();
      return;
    }
    if (tag.dataset.digest === this.digest) return;
    if (fixed(next) !== fixed(this.mirror.pristine)) {
      reloadKeeping();
      return;
    }
    await swapSheets(next);
    if (this.mirror.become(next)) {
      this.digest = tag.dataset.digest;
      document.documentElement.dataset.previewed = this.digest;
    } else {
      reloadKeeping();
    }
  }
}

class NoAnswer extends Error {}

async function newest() {
  let text = "";
  try {
    const answer = await fetch(location.href.split("#")[0], { cache: "no-cache" });
    text = await answer.text();
  } catch {
    throw new NoAnswer();
  }
  return new DOMParser().parseFromString(text, "text/html");
}

/* What a page can't change once it is loaded. */
function fixed(page) {
  return [...page.querySelectorAll(FIXED)].map((each) => each.outerHTML).join("\n");
}

/* New stylesheets are loaded before the page asks for them, so that it never stands there without any. */
async function swapSheets(next) {
  const known = new Set([...document.querySelectorAll(SHEET)].map((each) => each.href));
  const wanted = [...next.querySelectorAll(SHEET)].map((each) => new URL(each.getAttribute("href"), location.href).href);
  await Promise.all(wanted.filter((href) => !known.has(href)).map(preload));
}

function preload(href) {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "style";
    link.href = href;
    link.addEventListener("load", finish);
    link.addEventListener("error", finish);
    document.head.append(link);

    function finish() {
      /* It stays until the stylesheet itself has been asked for. */
      setTimeout(() => link.remove(), 1000);
      done();
    }
  });
}
