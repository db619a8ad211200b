// A directory's finder: form, address and list always say the same. The data comes when somebody first reaches for the form, or
// when the address asks for something.

import { facetNames, readForm, writeForm } from "./finder-form.js";
import { empty, isListItself, readAddress, without, writeAddress } from "./finder-state.js";

const form = document.getElementById("finder");
const all = document.querySelector(".directory-all");
const places = {
  status: document.querySelector(".finder-status"),
  picks: document.querySelector(".finder-picks"),
  results: document.querySelector(".finder-results"),
  show(listItself) {
    // Styles keep it laid out: nobody gets into it all the same.
    all.hidden = !listItself;
    all.inert = !listItself;
    places.results.hidden = listItself;
  },
  fail(problem) {
    console.warn(problem);
    // Said once, however many parts can't be had.
    if (places.status.textContent !== form.dataset.failed) places.status.textContent = form.dataset.failed;
  },
};
const names = facetNames(form);
const opener = form.querySelector(".finder-open");
let engine = null;
let turn = 0;

const started = () => {
  engine ??= import("./finder-engine.js").then(({ startEngine }) => startEngine(form, places));
  engine.catch(() => { engine = null; });
  return engine;
};

const reachFor = () => { started().catch(() => {}); };

// Shows what is asked for. Of two questions that wait for something only the last one is answered.
const answer = async (state) => {
  const mine = ++turn;
  const isCurrent = () => mine === turn;
  showForm(state);
  if (!engine && isListItself(state)) return;
  const waiting = setTimeout(() => { if (isCurrent()) places.status.textContent = form.dataset.loading; }, 400);
  try {
    const ready = await started();
    if (isCurrent()) await ready.answer(state, isCurrent);
  } catch (problem) {
    if (isCurrent()) places.fail(problem);
  } finally {
    clearTimeout(waiting);
  }
};

const showForm = (state) => {
  writeForm(form, state);
  const layout = form.querySelector("[data-layout]:checked")?.dataset.layout;
  if (layout && layout !== "table") for (const list of all.querySelectorAll(".cards")) list.className = `cards cards-${layout}`;
  for (const part of form.querySelectorAll(".near-zone, .near-help")) part.hidden = !state.near;
  const chosen = form.querySelector(".finder-chosen");
  const count = [...state.facets.values()].reduce((sum, values) => sum + values.length, 0) + state.near + state.free;
  if (chosen) {
    chosen.hidden = !count;
    chosen.textContent = count;
  }
};

const read = () => readAddress(location.search, names);

// Choices that the form doesn't show yet stay as the address has them.
const asked = () => {
  const state = readForm(form);
  for (const [name, values] of read().facets) {
    const shown = new Set([...form.querySelectorAll(`[data-facet="${CSS.escape(name)}"] .choices input`)].map(({ value }) => value));
    const hidden = values.filter((value) => !shown.has(value));
    if (hidden.length) state.facets.set(name, [...(state.facets.get(name) ?? []), ...hidden]);
  }
  return state;
};

// A new place in the history for each choice, none for each letter.
const ask = (state, { typing = false } = {}) => {
  const address = location.pathname + writeAddress(state);
  if (address !== location.pathname + location.search) {
    if (typing) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
  return answer(state);
};

const openPanel = (open) => {
  opener?.setAttribute("aria-expanded", String(open));
  form.classList.toggle("is-open", open);
};

form.addEventListener("focusin", reachFor, { once: true });
form.addEventListener("pointerenter", reachFor, { once: true });
form.addEventListener("input", ({ target }) => {
  const words = target.closest(".facet-words");
  if (words) started().then(({ lookThrough }) => lookThrough(target.closest(".facet"), target.value));
  else if (target.name === "q") ask(asked(), { typing: true });
});
form.addEventListener("change", ({ target }) => {
  if (target.type !== "search") ask(asked());
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  openPanel(false);
  places.status.focus();
});
form.addEventListener("keydown", (event) => {
  // Enter in a small field would otherwise send the form.
  if (event.key === "Enter" && event.target.type === "search") event.preventDefault();
  if (event.key === "Escape" && form.classList.contains("is-open")) {
    openPanel(false);
    opener.focus();
  }
});
opener?.addEventListener("click", () => openPanel(!form.classList.contains("is-open")));
for (const more of form.querySelectorAll(".facet-more")) {
  more.addEventListener("click", async () => {
    const facet = more.closest(".facet");
    (await started()).showAll(facet);
    await answer(asked());
    facet.querySelector(".facet-words input").focus();
  });
}

// A chip or a way out of nothing: takes away what it stands for; then the next chip is at hand, or the number of results.
document.querySelector(".directory-list").addEventListener("click", async ({ target }) => {
  const pressed = target.closest("button");
  if (!pressed?.pick && pressed?.dataset.clear === undefined) return;
  const place = [...places.picks.querySelectorAll("button")].indexOf(pressed);
  await ask(pressed.pick ? without(asked(), pressed.pick) : empty(asked()));
  const left = places.picks.querySelectorAll("button");
  (left[Math.min(place, left.length - 1)] ?? places.status).focus();
});

addEventListener("popstate", () => answer(read()));

// While a hub is edited its preview says so: what is loaded is the hub as it was.
document.addEventListener("edited", () => {
  if (!engine) return;
  engine = null;
  answer(read());
});

answer(read());
