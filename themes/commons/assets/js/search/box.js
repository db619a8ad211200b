// The box for searching from any page: a field with a list of what is found, moved through by arrow keys.
import { addressOf, element } from "./elements.js";
import { asker, kit, openEngine } from "./engine.js";
import { recentHints, skillHints } from "./hints.js";
import { remember } from "./recent.js";
import { cells } from "./rows.js";
import { shortcutIsOn, turnShortcut } from "./shortcut.js";
import { borrowSpecimens } from "./specimens.js";
import { summary } from "./summary.js";

let box = null;

// With what somebody typed already, if they did.
export const openBox = (typed = "") => {
  box ??= new Box();
  box.open(typed);
};

class Box {
  constructor() {
    this.words = kit().dataset;
    this.dialog = kit().content.cloneNode(true).querySelector("dialog");
    document.body.append(this.dialog);
    this.field = this.dialog.querySelector("input[type=search]");
    this.list = this.dialog.querySelector("[role=listbox]");
    this.status = this.dialog.querySelector("[role=status]");
    this.side = this.dialog.querySelector(".search-box-side");
    this.all = this.dialog.querySelector(".search-box-all");
    this.ask = asker((...found) => this.#show(...found), () => this.#say(this.words.failed));
    this.#listen();
  }

  open(typed) {
    if (!this.dialog.open) this.dialog.showModal();
    this.field.focus();
    if (typed) this.field.value = typed;
    else this.field.select();
    this.#show(null);
    this.#type();
    openEngine().then((engine) => engine.prepare()).catch(() => this.#say(this.words.failed));
    // Results are there without their marks as well.
    borrowSpecimens(this.dialog.querySelector("form").action).then(() => this.#dress(), () => {});
  }

  #listen() {
    this.field.addEventListener("input", () => this.#type());
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.dialog.querySelector("form").addEventListener("submit", () => remember(this.field.value));
    this.dialog.querySelector(".search-box-close").addEventListener("click", () => this.dialog.close());
    // A press beside the box closes it.
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    this.list.addEventListener("click", () => remember(this.field.value));
    const shortcut = this.dialog.querySelector("input[type=checkbox]");
    shortcut.checked = shortcutIsOn();
    shortcut.addEventListener("change", () => turnShortcut(shortcut.checked));
  }

  #type() {
    const text = this.field.value.trim();
    this.ask(text ? { text } : null);
  }

  #key(event) {
    const options = [...this.list.querySelectorAll("[role=option]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && options.length) {
      event.preventDefault();
      const places = options.length + 1; // The field itself is one of them.
      const place = options.indexOf(this.active) + 1;
      this.#choose(options[((place + step + places) % places) - 1] ?? null);
    } else if (event.key === "Enter" && this.active) {
      event.preventDefault();
      this.active.click();
    } else if (event.key === "Escape" && this.field.value) {
      // Once for the words, once more for the box.
      event.preventDefault();
      this.field.value = "";
      this.#type();
    }
  }

  #dress() {
    if (this.list.querySelector(".found")) this.#type();
  }

  #choose(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.field.setAttribute("aria-activedescendant", option.id);
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
  }

  #show(answer, query) {
    // A better answer to the same question leaves the reader where they are.
    const kept = query && query.text === this.shown ? this.active?.href : null;
    this.shown = query?.text;
    this.#choose(null);
    const sections = answer ? this.#sections(answer) : [];
    this.list.replaceChildren(...sections);
    this.list.hidden = !sections.length;
    this.list.scrollTop = 0;
    if (kept) this.#choose([...this.list.querySelectorAll("[role=option]")].find((each) => each.href === kept) ?? null);
    this.field.setAttribute("aria-expanded", String(sections.length > 0));
    this.all.hidden = !sections.length;
    if (query) this.#leadOn(query.text);
    this.side.replaceChildren(...this.#hints(answer));
    this.#say(answer ? summary(answer, this.words) : "");
  }

  #sections({ best, groups }) {
    const all = [{ label: this.words.best, rows: best }, ...groups].filter(({ rows }) => rows.length);
    let number = 0;
    return all.map(({ label, rows }) => {
      const group = element("div", "search-box-group");
      group.role = "group";
      group.ariaLabel = label;
      group.append(...rows.map((row) => this.#option(row, (number += 1))));
      return group;
    });
  }

  #option(row, number) {
    const option = element("a", "found", ...cells(row, element("span", "found-title")));
    option.role = "option";
    option.id = `search-box-${number}`;
    option.tabIndex = -1;
    option.ariaSelected = "false";
    option.dataset.collection = row.collection.value;
    option.href = addressOf(row);
    return option;
  }

  #leadOn(text) {
    const link = this.all.querySelector("a");
    const address = new URL(link.href);
    address.searchParams.set("q", text);
    link.href = address.href;
  }

  #hints(answer) {
    const heading = (...content) => element("p", "search-box-heading", ...content);
    if (answer) return skillHints(answer, this.words, heading);
    return recentHints(this.words, heading, {
      again: (text) => this.#again(text),
      cleared: () => {
        this.#show(null);
        this.field.focus();
      },
    });
  }

  #again(text) {
    this.field.value = text;
    this.field.focus();
    this.#type();
  }

  #say(text) {
    this.status.textContent = text;
  }
}
