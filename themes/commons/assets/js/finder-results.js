// What was found, as cards or as a table: the first ones, and more when asked for.

import { makeCard } from "./cards.js";
import { rowAt } from "./finder-data.js";
import { plural } from "./words.js";

const AT_ONCE = 48;

// Draws the rows into the place. `reasonsFor(row)` gives what a card says beside itself.
export const showResults = (place, { form, data, rows, layout, reasonsFor }) => {
  const shown = layout === "table" ? table(form, data) : list(layout, reasonsFor);
  const more = moreButton();
  let next = 0;
  const draw = () => {
    const stretch = rows.slice(next, next + AT_ONCE);
    const made = stretch.map((row) => shown.make(data, row));
    shown.body.append(...made);
    next += stretch.length;
    more.hidden = next >= rows.length;
    more.textContent = plural(form.dataset.more, Math.min(AT_ONCE, rows.length - next));
    return made[0];
  };
  more.addEventListener("click", () => draw()?.querySelector("a")?.focus());
  place.replaceChildren(shown.whole, more);
  draw();
};

const moreButton = () => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-quiet finder-more";
  return made;
};

const list = (layout, reasonsFor) => {
  const body = document.createElement("ul");
  body.className = `cards cards-${layout}`;
  const template = document.querySelector("template.card-specimen");
  const make = (data, row) => {
    const item = document.createElement("li");
    item.append(makeCard(template, { ...rowAt(data, row), reasons: reasonsFor(row) }));
    return item;
  };
  return { whole: body, body, make };
};

const cell = (tag, text) => {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
};

// A column for each kind of fact, in the order in which they first appear.
const table = (form, data) => {
  const labels = [...new Set(data.facts?.values.map(([label]) => label))];
  const whole = document.createElement("table");
  whole.className = "finder-table";
  const head = whole.createTHead().insertRow();
  for (const label of [form.dataset.name, ...labels]) {
    const column = cell("th", label);
    column.scope = "col";
    head.append(column);
  }
  return { whole, body: whole.createTBody(), make: (from, row) => tableRow(rowAt(from, row), labels) };
};

const tableRow = (entry, labels) => {
  const made = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  const link = cell("a", entry.title);
  link.href = entry.url;
  if (entry.lang) {
    link.lang = entry.lang;
    link.dir = "auto";
  }
  name.append(link);
  made.append(name);
  for (const label of labels) {
    const fact = entry.facts.find((each) => each.label === label);
    const value = cell("td", fact?.texts.join(", ") ?? "");
    value.dataset.label = label;
    made.append(value);
  }
  return made;
};
