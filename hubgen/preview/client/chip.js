/* A small sign at the edge of the page: that it is followed, from which file it comes, and how many problems there are. */

import { make } from "./elements.js";

const FOLDED = "hubgen.preview.folded";

export class Chip {
  constructor(room, own, { onOpen }) {
    this.own = own;
    this.onOpen = onOpen;
    this.dot = make("span", { class: "dot" });
    this.fold = make("button", { type: "button", class: "fold" }, this.dot);
    this.body = make("span", { class: "body" });
    this.said = make("span", { class: "said", role: "status" });
    this.box = make("aside", { class: "chip", "aria-label": "Preview" }, this.fold, this.body, this.said);
    this.fold.addEventListener("click", () => this.setFolded(!this.isFolded));
    this.setFolded(read(FOLDED) === "yes");
    room.append(this.box);
  }

  show(state) {
    const path = state.sources[0] ?? state.template;
    const rest = state.sources.length - 1;
    this.body.replaceChildren(
      ...[
        path && make("code", { class: "path", text: path, title: path }),
        rest > 0 && make("span", { class: "rest", text: `and ${rest} more`, title: state.sources.slice(1).join("\n") }),
        path && this.copyButton(path),
        this.problems(state),
      ].filter(Boolean),
    );
    this.box.dataset.state = state.errors || state.failure ? "broken" : state.warnings ? "warned" : "fine";
  }

  quiet(isQuiet) {
    this.box.classList.toggle("is-quiet", isQuiet);
    this.said.textContent = isQuiet ? "The preview has stopped." : "";
  }

  problems({ errors, warnings, failure }) {
    if (!this.onOpen) return null;
    if (errors || failure) {
      const text = failure ? "hubgen failed" : counted(errors, "error");
      const button = make("button", { type: "button", class: "errors", text });
      button.addEventListener("click", this.onOpen);
      return button;
    }
    return warnings
      ? make("a", { class: "warnings", href: new URL("problems", this.own), text: counted(warnings, "warning") })
      : null;
  }

  copyButton(path) {
    const button = make("button", { type: "button", class: "copy", text: "Copy", "aria-label": `Copy the path ${path}` });
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(path);
        button.textContent = "Copied";
      } catch {
        select(this.body.querySelector(".path"));
      }
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
    return button;
  }

  get isFolded() {
    return this.box.classList.contains("is-folded");
  }

  setFolded(isFolded) {
    this.box.classList.toggle("is-folded", isFolded);
    this.fold.setAttribute("aria-expanded", String(!isFolded));
    this.fold.setAttribute("aria-label", isFolded ? "Show where this page comes from" : "Fold away");
    write(FOLDED, isFolded ? "yes" : "no");
  }
}

function counted(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    /* It is folded for this page alone. */
  }
}
