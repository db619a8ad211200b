// What is asked for, as chips that take themselves away, and what to drop when nothing is left.

import { fill, plural } from "./words.js";

// [{kind: "q" | "facet" | "near" | "free", facet?, value?, title, label}]
export const picksOf = (form, data, state) => {
  const picks = [];
  if (state.q) picks.push({ kind: "q", title: "", label: fill(form.dataset.words, { label: state.q }) });
  if (state.near) picks.push({ kind: "near", title: "", label: labelOf(form.elements.near) });
  if (state.free) picks.push({ kind: "free", title: "", label: labelOf(form.elements.free) });
  for (const [name, values] of state.facets) {
    const facet = data.facets.find((each) => each.name === name);
    const labels = new Map(facet?.values);
    for (const value of values) picks.push({ kind: "facet", facet: name, value, title: facet?.label ?? "", label: labels.get(value) ?? value });
  }
  return picks;
};

const labelOf = (input) => input.closest(".choice").querySelector(".choice-label").textContent;

// The chips in the list, each with what it stands for; the last one drops everything. Those that are there already stay.
export const showPicks = (form, list, picks) => {
  const shown = new Map([...list.children].map((one) => [one.dataset.key, one]));
  const wanted = picks.map((pick) => {
    const key = JSON.stringify([pick.kind, pick.facet, pick.value, pick.label]);
    return shown.get(key) ?? keyed(key, pickButton(form, pick));
  });
  if (picks.length > 1) wanted.push(shown.get("clear") ?? keyed("clear", clearButton(form)));
  for (const one of shown.values()) if (!wanted.includes(one)) one.remove();
  wanted.forEach((one, place) => {
    if (list.children[place] !== one) list.insertBefore(one, list.children[place] ?? null);
  });
};

const keyed = (key, inside) => {
  const made = item(inside);
  made.dataset.key = key;
  return made;
};

const clearButton = (form) => {
  const made = button("picks-clear", form.dataset.again);
  made.dataset.clear = "";
  return made;
};

const pickButton = (form, pick) => {
  const made = form.querySelector("template.pick-specimen").content.firstElementChild.cloneNode(true);
  made.querySelector(".pick-title").textContent = pick.title;
  made.querySelector(".pick-label").textContent = pick.label;
  made.setAttribute("aria-label", fill(form.dataset.remove, { label: [pick.title, pick.label].filter(Boolean).join(" ") }));
  made.pick = pick;
  return made;
};

// Sentences for when nothing is left: what to drop for how many entries, the most first. Of a facet all values go together.
export const showNothing = (form, place, demands) => {
  const made = document.createElement("div");
  made.className = "finder-nothing";
  const words = document.createElement("p");
  words.textContent = form.dataset.none;
  const ways = demands
    .filter(({ gain }) => gain)
    .sort((one, other) => other.gain - one.gain)
    .map(({ pick, label, gain }) => {
      const way = button("button button-quiet", plural(form.dataset.without, gain, { label }));
      way.pick = pick;
      return way;
    });
  if (!ways.length) {
    const again = button("button button-quiet", form.dataset.again);
    again.dataset.clear = "";
    ways.push(again);
  }
  const list = document.createElement("ul");
  list.append(...ways.map(item));
  made.append(words, list);
  place.replaceChildren(made);
};

const button = (className, words) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = words;
  return made;
};

const item = (inside) => {
  const made = document.createElement("li");
  made.append(inside);
  return made;
};
