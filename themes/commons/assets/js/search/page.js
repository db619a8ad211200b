// The search page: results by collection, filters with counts, everything in the address.
import { fill, number, plural } from "../words.js";
import { layoutOf, resultCard } from "./cards.js";
import { addressOf, button, element } from "./elements.js";
import { asker, kit, openEngine } from "./engine.js";
import { Filters } from "./filters.js";
import { recentHints, skillHints } from "./hints.js";
import { remember } from "./recent.js";
import { cells } from "./rows.js";
import { summary } from "./summary.js";

const PAUSE = 60;

class SearchPage {
  constructor(place) {
    this.place = place;
    this.words = kit().dataset;
    this.form = place.querySelector("form");
    this.field = this.form.elements.q;
    this.status = place.querySelector(".search-status");
    this.results = place.querySelector(".search-results");
    this.around = place.querySelector(".search-around");
    this.filters = new Filters(place.querySelector(".search-filters"), () => this.#choose());
    this.limit = 30;
    // By what an engine found: how it is shown, so that a better answer leaves in place what stands there.
    this.shown = new WeakMap();
    this.ask = asker((...found) => this.#show(...found), () => this.#say(this.words.failed));
  }

  start() {
    this.#read();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      remember(this.field.value);
      this.#search();
    });
    this.field.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.#search(), PAUSE);
    });
    this.field.addEventListener("focus", () => openEngine().then((engine) => engine.prepare(), () => {}), { once: true });
    this.place.addEventListener("keydown", (event) => this.#key(event));
    this.results.addEventListener("click", (event) => event.target.closest(".found a") && remember(this.field.value));
    addEventListener("popstate", () => this.#read());
  }

  #read() {
    const asked = new URLSearchParams(location.search);
    this.field.value = asked.get("q") ?? "";
    this.filters.read(asked);
    this.#search({ keep: false });
  }

  #choose() {
    this.limit = 30;
    this.#search({ push: true });
  }

  #search({ keep = true, push = false } = {}) {
    const text = this.field.value.trim();
    if (keep) this.#keep(text, push);
    // The ways to everything stand there until somebody asks for something.
    this.around?.toggleAttribute("hidden", Boolean(text));
    this.ask(text ? { text, chosen: this.filters.chosen, limit: this.limit } : null);
  }

  // Filters are steps that Back undoes; letters aren't.
  #keep(text, push) {
    const address = new URL(location.href);
    address.search = "";
    if (text) address.searchParams.set("q", text);
    for (const [name, value] of Object.entries(this.filters.chosen)) address.searchParams.set(name, value);
    if (address.href === location.href) return;
    if (push) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  #show(answer, query) {
    this.results.dataset.query = answer?.isEarly ? "" : (query?.text ?? "");
    this.filters.show(answer?.counts ?? null);
    if (!answer) {
      this.#say("");
      this.results.replaceChildren(...this.#hints(null));
      return;
    }
    this.#say(summary(answer, this.words));
    const best = { value: "", label: this.words.best, rows: answer.best, total: answer.best.length };
    const sections = [best, ...answer.groups].filter(({ rows }) => rows.length);
    const reader = this.results.contains(document.activeElement) ? document.activeElement.href : null;
    this.results.replaceChildren(...sections.map((each) => this.#section(each)), ...this.#hints(answer));
    // Who is at a result stays there.
    if (reader) [...this.results.querySelectorAll("a")].find(({ href }) => href === reader)?.focus({ preventScroll: true });
    document.dispatchEvent(new Event("dates"));
  }

  #section({ value, label, rows, total, left }) {
    const heading = element("h2", "found-heading", label);
    if (value) heading.append(" ", element("span", "found-total", number(total)));
    const list = element("ol", `cards cards-${(value && layoutOf(value)) || "cards"}`, ...rows.map((row) => this.#item(row)));
    const body = element("div", "found-body", list);
    if (left) body.append(this.#more(value, label, total));
    return element("section", value ? "found-section" : "found-section found-best", heading, body);
  }

  #item(row) {
    if (!this.shown.has(row)) {
      const item = element("li", "found", resultCard(row) ?? plain(row));
      item.dataset.collection = row.collection.value;
      this.shown.set(row, item);
    }
    return this.shown.get(row);
  }

  #more(value, label, total) {
    return button("button button-quiet", fill(plural(this.words.more, total), { label }), () => {
      const isNarrow = this.filters.chosen.collection === value;
      if (isNarrow) this.limit += 60;
      else this.filters.choose("collection", value);
      this.#search({ push: !isNarrow });
      this.field.scrollIntoView?.({ block: isNarrow ? "nearest" : "start" });
    });
  }

  #hints(answer) {
    const heading = (...content) => element("h2", "found-heading", ...content);
    if (answer) return skillHints(answer, this.words, heading);
    return recentHints(this.words, heading, {
      again: (text) => this.#again(text),
      cleared: () => {
        this.results.replaceChildren();
        this.field.focus();
      },
    });
  }

  #again(text) {
    this.field.value = text;
    this.field.focus();
    this.#search();
  }

  // Arrow keys move from the field through the results; Escape leads back to it.
  #key(event) {
    const links = [this.field, ...this.results.querySelectorAll(".found .card-title a")];
    const place = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && place >= 0 && links[place + step]) {
      event.preventDefault();
      links[place + step].focus();
    } else if (event.key === "Escape" && place > 0) {
      event.preventDefault();
      this.field.focus();
    }
  }

  #say(text) {
    this.status.textContent = text;
  }
}

// Where the theme has no card for what was found.
const plain = (row) => {
  const link = element("a");
  link.href = addressOf(row);
  const title = element("h3", "card-title");
  const [, body] = cells(row, link);
  title.append(link);
  body.prepend(title);
  return body;
};

const place = document.querySelector(".search-page");
if (place) new SearchPage(place).start();
