// What was found, as cards or as a table: the first ones, and more when asked for. A screenful is drawn at once, the rest frame by
// frame, so that nobody waits for what they can't see yet.

import { makeCard } from "./cards.js";
import { entryAt, isThere, loadRows } from "./finder-parts.js";
import { withRoles } from "./table-roles.js";
import { frame } from "./turns.js";
import { plural } from "./words.js";

const AT_ONCE = 24;
const IN_A_FRAME = 4;
const KEPT = 500;

// Gives `show({rows, layout, reasonsFor}, {isCurrent, uncover})`, which draws the rows as long as they are what is asked for, and is
// done when the first of them stand; `reasonsFor(row)` is what a card says beside itself, `uncover` is called when there is something
// to see.
export const resultsIn = ({ results: place, fail }, { form, data }) => {
  const template = document.querySelector("template.card-specimen");
  const fresh = (row, reasons) => cardItem(template, { ...entryAt(data, row), reasons });
  const cards = { fresh, kept: keeping(fresh) };

  return async ({ rows, layout, reasonsFor }, { isCurrent, uncover }) => {
    const shown = layout === "table" ? table(form, data) : list(layout, cards, reasonsFor);
    const more = moreButton();
    let next = 0;
    let isDrawing = false;
    let problem = null;

    // The next few, as soon as they are there: gives those that were drawn. What can't be loaded is left out, and that is said.
    const drawFrame = async (end) => {
      const stretch = rows.slice(next, Math.min(next + IN_A_FRAME, end));
      await loadRows(data, stretch).catch((reason) => { problem = reason; });
      if (!isCurrent()) return [];
      next += stretch.length;
      const drawn = stretch.filter((row) => isThere(data, row)).map(shown.make);
      if (drawn.length) {
        more.hidden = true;
        if (!shown.body.hasChildNodes()) {
          uncover();
          place.replaceChildren(shown.whole, more);
        }
      }
      shown.body.append(...drawn);
      document.dispatchEvent(new CustomEvent("dates", { detail: drawn }));
      if (problem) fail(problem);
      return drawn;
    };
    const drawRest = async (end) => {
      while (next < end && isCurrent()) {
        await frame();
        if (isCurrent()) await drawFrame(end);
      }
      if (!isCurrent()) return;
      more.textContent = plural(form.dataset.more, Math.min(AT_ONCE, rows.length - next));
      more.hidden = next >= rows.length;
      isDrawing = false;
    };
    // The first one that is drawn. All that will be shown is asked for at once.
    const draw = async () => {
      const end = Math.min(next + AT_ONCE, rows.length);
      isDrawing = true;
      loadRows(data, rows.slice(next, end)).catch(() => {});
      const [first] = await drawFrame(end);
      drawRest(end);
      return first;
    };

    more.addEventListener("click", async () => {
      if (isDrawing) return;
      const waiting = setTimeout(() => { more.textContent = form.dataset.loading; }, 400);
      const first = await draw();
      clearTimeout(waiting);
      first?.querySelector("a").focus();
    });
    await draw();
  };
};

// What was made lately isn't made again.
const keeping = (make) => {
  const kept = new Map();
  return (row) => {
    if (kept.size >= KEPT) kept.clear();
    if (!kept.has(row)) kept.set(row, make(row));
    return kept.get(row);
  };
};

const cardItem = (template, row) => {
  const item = document.createElement("li");
  item.append(makeCard(template, row));
  return item;
};

const moreButton = () => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-quiet finder-more";
  return made;
};

const list = (layout, cards, reasonsFor) => {
  const body = document.createElement("ul");
  body.className = `cards cards-${layout}`;
  return { whole: body, body, make: reasonsFor ? (row) => cards.fresh(row, reasonsFor(row)) : cards.kept };
};

const cell = (tag, text) => {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
};

// A column for each kind of fact, in the order in which they first appear.
const table = (form, data) => {
  const labels = data.labels ?? [];
  const whole = document.createElement("table");
  whole.className = "finder-table";
  const head = whole.createTHead().insertRow();
  for (const label of [form.dataset.name, ...labels]) {
    const column = cell("th", label);
    column.scope = "col";
    head.append(column);
  }
  const body = whole.createTBody();
  return { whole: withRoles(whole), body, make: (row) => tableRow(entryAt(data, row), labels) };
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
  return withRoles(made);
};
