// The search page: results by collection, filters with counts, everything in the address.
import { fill, plural } from "../words.js";
import { addressOf, button, cells, element } from "./elements.js";
import { asker, kit, openEngine } from "./engine.js";
import { Filters } from "./filters.js";
import { recentHints, skillHints } from "./hints.js";
import { remember } from "./recent.js";
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
    this.filters = new Filters(place.querySelector(".search-filters"), () => this.#choose());
    this.limit = 30;
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
    this.results.replaceChildren(...sections.map((each) => this.#section(each)), ...this.#hints(answer));
  }

  #section({ value, label, rows, total, left }) {
    const heading = element("h2", "found-heading", label);
    if (value) heading.append(" ", element("span", "found-total", String(total)));
    const list = element("ol", "found-list", ...rows.map((row) => this.#row(row, !value)));
    const body = element("div", "found-body", list);
    if (left) body.append(this.#more(value, label, total));
    return element("section", "found-section", heading, body);
  }

  // Under a heading that says what it is, a result needn't say it again.
  #row(row, saysKind) {
    const link = element("a", "");
    link.href = addressOf(row);
    const title = element("h3", "found-title");
    const [kind, body] = cells(row, link);
    title.append(link);
    body.prepend(title);
    if (saysKind) body.prepend(kind);
    const item = element("li", "found", body);
    item.dataset.collection = row.collection.value;
    return item;
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
    const links = [this.field, ...this.results.querySelectorAll(".found a")];
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

const place = document.querySelector(".search-page");
if (place) new SearchPage(place).start();
