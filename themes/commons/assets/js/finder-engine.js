// Answers what a directory's form asks: loads the data once, finds, orders and draws. `finder.js` loads this when it is first needed.

import { loadFinder } from "./finder-data.js";
import { chosenIn, indexOf, narrow } from "./finder-filter.js";
import { ordered } from "./finder-order.js";
import { lookThrough, showAll, showCounts } from "./finder-panel.js";
import { loadColumn } from "./finder-parts.js";
import { picksOf, showNothing, showPicks } from "./finder-picks.js";
import { resultsIn } from "./finder-results.js";
import { isListItself, isNarrowed } from "./finder-state.js";
import { matching, wordsIn } from "./finder-text.js";
import { pause } from "./turns.js";
import { plural } from "./words.js";

// {answer(state, isCurrent), showAll(facet), lookThrough(facet, query)}, once the data is there.
export const startEngine = async (form, places) => {
  const data = await loadFinder(form.dataset.url);
  await pause();
  const index = indexOf(data);
  const showResults = resultsIn(places, { form, data });
  // Made while the visitor still thinks.
  if (!data.words) pause().then(() => wordsIn(data));

  const maskFor = (pick, { state, said, near }) => {
    if (pick.kind === "q") return said;
    if (pick.kind === "near") return near.shared.map((minutes) => (minutes ? 1 : 0));
    if (pick.kind === "free") return Uint8Array.from(data.places, (places) => (places > 0 ? 1 : 0));
    return chosenIn(index, pick.facet, state.facets.get(pick.facet));
  };

  // One demand for each facet, however many of its values are chosen, and for each other thing asked for.
  const demandsOf = (picks, facts) => {
    const grouped = new Map(picks.map((pick) => [pick.facet ?? `*${pick.kind}`, []]));
    for (const pick of picks) grouped.get(pick.facet ?? `*${pick.kind}`).push(pick);
    return [...grouped.values()].map((group) => ({
      facet: group[0].facet ?? "",
      mask: maskFor(group[0], facts),
      pick: { ...group[0], value: undefined },
      label: group.map(({ label }) => label).join(", "),
    }));
  };

  // What it takes to know the answer, loaded where it isn't there.
  const known = async (state) => {
    const [near, said] = await Promise.all([
      state.near ? nearness(form, data, state) : null,
      state.q ? matching(data, index, state.q) : null,
      state.sort === "title" ? loadColumn(data, "title") : null,
    ]);
    return { state, near, said };
  };

  // Shows nothing any more when the question has become another one.
  const answer = async (state, isCurrent) => {
    const facts = await known(state);
    if (!isCurrent()) return;
    const picks = picksOf(form, data, state);
    const demands = demandsOf(picks, facts);
    const { rows, counts, without } = narrow(index, demands);
    showCounts(form, data, counts, state);
    const found = isNarrowed(state) ? rows.length : -1;
    offer(form, found, data.count);
    // What stands beside the form changes all at once, when there is something to show.
    const uncover = () => {
      showPicks(form, places.picks, picks);
      showNumber(form, places, found, data.count);
      places.show(isListItself(state));
    };
    if (isListItself(state)) uncover();
    else if (!rows.length) {
      uncover();
      showNothing(form, places.results, demands.map((demand, place) => ({ ...demand, gain: without[place] })));
    } else {
      const layout = state.as || form.querySelector("[data-layout]")?.dataset.layout || "cards";
      const inOrder = ordered(rows, data, state.sort, facts.near?.shared);
      await showResults({ rows: inOrder, layout, reasonsFor: facts.near?.reasons }, { isCurrent, uncover });
    }
  };

  return {
    answer,
    showAll: (facet) => showAll(facet, data),
    lookThrough,
  };
};

const nearness = async (form, data, state) => {
  const [{ fillZones, hoursOf, sharedByRow }] = await Promise.all([import("./finder-near.js"), loadColumn(data, "zone")]);
  fillZones(form.elements.zone, state.zone);
  const shared = sharedByRow(data, state.zone);
  return { shared, reasons: (row) => [plural(form.dataset.shared, hoursOf(shared[row]))] };
};

// How many there are, for eyes and ears; -1 stands for all.
const showNumber = (form, places, found, all) => {
  places.status.textContent = found < 0 ? plural(form.dataset.all, all) : plural(form.dataset.count, found);
};

// How many the form's button would show.
const offer = (form, found, all) => {
  const done = form.querySelector(".finder-done button");
  if (done) done.textContent = plural(form.dataset.show, found < 0 ? all : found);
};
