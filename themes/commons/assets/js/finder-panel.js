// The choices of a directory's panel: their numbers, those that only show when asked for, and a field to look through them.

import { number } from "./words.js";
import { wordsOf } from "./finder-text.js";
import { remembered } from "./remembered.js";

// The numbers beside the choices; a choice that would leave nothing stands back. Only what changes is written: the browser lays out
// what is written, even if it says the same.
export const showCounts = (form, data, counts, state) => {
  for (const place of form.querySelectorAll("[data-facet]")) {
    const facet = data.facets.find((each) => each.name === place.dataset.facet);
    if (!facet) continue;
    const numbers = counts.get(facet.name);
    showFitting(place, facet, numbers, state.facets.get(facet.name) ?? []);
    const places = placesOf(facet);
    for (const item of place.querySelector(".choices").children) {
      const { input, choice, count } = partsOf(item);
      const n = numbers[places.get(input.value)] ?? 0;
      const written = number(n);
      if (count.textContent !== written) count.textContent = written;
      choice.classList.toggle("is-none", n === 0 && !input.checked);
    }
  }
};

const placesOf = remembered((facet) => new Map(facet.values.map(([value], place) => [value, place])));
const partsOf = remembered((item) => ({
  input: item.querySelector("input"),
  choice: item.querySelector(".choice"),
  count: item.querySelector(".choice-count"),
}));

// Of a long list that nobody opened: what is chosen, then what most of those have that are left. A list in use stays as it is, but
// for what is chosen and not in it.
const showFitting = (place, facet, numbers, chosen) => {
  const first = Number(place.dataset.first);
  const list = place.querySelector(".choices");
  const shown = itemsByValue(list);
  const isChosen = ([value]) => chosen.includes(value);
  const missing = facet.values.filter((value) => isChosen(value) && !shown.has(value[0]));
  const still = facet.values.length <= first || place.classList.contains("is-long") || place.contains(document.activeElement);
  if (still) {
    list.append(...missing.map((value) => choiceFor(place, value, true)));
    return;
  }
  const rank = (at) => (isChosen(facet.values[at]) ? Infinity : numbers[at]);
  const best = facet.values.map((_, at) => at).sort((one, other) => (rank(one) === rank(other) ? one - other : rank(other) - rank(one)));
  const wanted = best
    .slice(0, Math.max(first, chosen.length))
    .map((at) => facet.values[at])
    .map((value) => shown.get(value[0]) ?? choiceFor(place, value, isChosen(value)));
  if (wanted.some((item, at) => item !== list.children[at])) list.replaceChildren(...wanted);
};

const itemsByValue = (list) => new Map([...list.children].map((item) => [partsOf(item).input.value, item]));

const choiceFor = (place, [value, label], checked = false) => {
  const item = place.querySelector(".choices li").cloneNode(true);
  const input = item.querySelector("input");
  input.value = value;
  input.checked = checked;
  item.querySelector(".choice-label").textContent = label;
  return item;
};

// All choices of the facet, in the data's order.
export const showAll = (place, data) => {
  const facet = data.facets.find((each) => each.name === place.dataset.facet);
  const list = place.querySelector(".choices");
  const shown = itemsByValue(list);
  list.append(...facet.values.map((value) => shown.get(value[0]) ?? choiceFor(place, value)));
  place.classList.add("is-long");
  place.querySelector(".facet-more").hidden = true;
  place.querySelector(".facet-words").hidden = false;
};

// Only choices with words that begin like those in the field; what is chosen stays.
export const lookThrough = (place, query) => {
  const wanted = wordsOf(query);
  for (const item of place.querySelectorAll(".choices li")) {
    const words = wordsOf(item.querySelector(".choice-label").textContent);
    const fits = wanted.every((start) => words.some((word) => word.startsWith(start)));
    item.hidden = !fits && !item.querySelector("input").checked;
  }
};
