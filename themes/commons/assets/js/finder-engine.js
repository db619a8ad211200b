// Answers what a directory's form asks: loads the data once, finds, orders and draws. `finder.js` loads this when it is first needed.

import { loadFinder } from "./finder-data.js";
import { chosenIn, indexOf, narrow } from "./finder-filter.js";
import { ordered } from "./finder-order.js";
import { lookThrough, showAll, showCounts } from "./finder-panel.js";
import { picksOf, showNothing, showPicks } from "./finder-picks.js";
import { resultsIn } from "./finder-results.js";
import { isListItself, isNarrowed } from "./finder-state.js";
import { matching, wordsByRow } from "./finder-text.js";
import { pause } from "./turns.js";
import { plural } from "./words.js";

// {answer(state), showAll(facet), lookThrough(facet, query)}, once the data is there.
export const startEngine = async (form, places) => {
  const data = await loadFinder(form.dataset.url);
  await pause();
  const index = indexOf(data);
  const showResults = resultsIn(places.results, { form, data });
  // Made while the visitor still thinks.
  const allWords = pause().then(() => wordsByRow(data));
  let turn = 0;

  const maskFor = (pick, { state, texts, near }) => {
    if (pick.kind === "q") return matching(texts, state.q);
    if (pick.kind === "near") return near.shared.map((minutes) => (minutes ? 1 : 0));
    if (pick.kind === "free") return Uint8Array.from(data.places, (places) => (places > 0 ? 1 : 0));
    return chosenIn(index, pick.facet, state.facets.get(pick.facet));
  };

  // One demand for each facet, however many of its values are chosen, and for each other thing asked for.
  const demandsOf = (picks, known) => {
    const grouped = new Map(picks.map((pick) => [pick.facet ?? `*${pick.kind}`, []]));
    for (const pick of picks) grouped.get(pick.facet ?? `*${pick.kind}`).push(pick);
    return [...grouped.values()].map((group) => ({
      facet: group[0].facet ?? "",
      mask: maskFor(group[0], known),
      pick: { ...group[0], value: undefined },
      label: group.map(({ label }) => label).join(", "),
    }));
  };

  // Of two questions that wait for something only the last one is answered.
  const answer = async (state) => {
    const mine = ++turn;
    const near = state.near ? await nearness(form, data, state) : null;
    const texts = state.q ? await allWords : null;
    if (mine !== turn) return;
    const picks = picksOf(form, data, state);
    const demands = demandsOf(picks, { state, texts, near });
    const { rows, counts, without } = narrow(index, demands);
    showCounts(form, data, counts, state);
    showPicks(form, places.picks, picks);
    showNumber(form, places, isNarrowed(state) ? rows.length : -1, data.count);
    places.show(isListItself(state));
    if (isListItself(state)) return;
    if (!rows.length) {
      showNothing(form, places.results, demands.map((demand, place) => ({ ...demand, gain: without[place] })));
      return;
    }
    const found = ordered(rows, data, state.sort, near?.shared);
    const layout = state.as || form.querySelector("[data-layout]")?.dataset.layout || "cards";
    showResults({ rows: found, layout, reasonsFor: near?.reasons });
  };

  return {
    answer,
    showAll: (facet) => showAll(facet, data),
    lookThrough,
  };
};

const nearness = async (form, data, state) => {
  const { fillZones, hoursOf, sharedByRow } = await import("./finder-near.js");
  fillZones(form.elements.zone, state.zone);
  const shared = sharedByRow(data, state.zone);
  return { shared, reasons: (row) => [plural(form.dataset.shared, hoursOf(shared[row]))] };
};

// How many there are, for eyes and ears; -1 stands for all.
const showNumber = (form, places, found, all) => {
  places.status.textContent = found < 0 ? plural(form.dataset.all, all) : plural(form.dataset.count, found);
  const done = form.querySelector(".finder-done button");
  if (done) done.textContent = plural(form.dataset.show, found < 0 ? all : found);
};
