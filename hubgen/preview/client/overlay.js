/* What keeps the newest version of the hub from being shown, over the last good page: all of it, gone when it is mended. */

import { make } from "./elements.js";
import { problemItem } from "./problem-item.js";

export class Overlay {
  constructor(room, own) {
    this.own = own;
    this.shown = "";
    this.title = make("h2", { id: "title", tabindex: "-1" });
    this.list = make("ol", {});
    const close = make("button", { type: "button", class: "close", text: "Close" });
    close.addEventListener("click", () => this.box.close());
    const link = make("a", { href: new URL("problems", own), text: "All problems" });
    this.box = make(
      "dialog",
      { "aria-labelledby": "title", class: "overlay" },
      make("div", { class: "head" }, this.title, make("div", { class: "ways" }, link, close)),
      make("p", { class: "lead", text: "Until this is mended, pages stay as they were." }),
      this.list,
    );
    room.append(this.box);
  }

  async follow(state) {
    if (!state.errors && !state.failure) {
      this.shown = "";
      this.box.close();
      return;
    }
    const wanted = `${state.problems} ${state.failure}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    const problems = state.failure ? [] : await this.problems();
    if (this.shown === wanted) this.fill(state, problems);
  }

  open() {
    if (this.shown && !this.box.open) this.box.showModal();
  }

  async problems() {
    const answer = await fetch(new URL("problems.json", this.own), { cache: "no-store" });
    return (await answer.json()).filter(({ severity }) => severity === "error");
  }

  fill({ failure }, problems) {
    const count = problems.length;
    this.title.textContent = failure ? "hubgen itself failed" : `${count} ${count === 1 ? "error" : "errors"}`;
    const items = problems.map(problemItem);
    if (failure) items.push(make("li", {}, make("pre", { text: failure, tabindex: "0" })));
    this.list.replaceChildren(...items);
    this.open();
  }
}
