// A calendar in the browser: what is over when it is read, what is next, filters, and the reader's own clock.

import { chooseClock, hasOtherClocks } from "./calendar-clock.js";
import { clear, fits, keepState, readState, showState } from "./calendar-filters.js";
import { loadRest } from "./calendar-rest.js";
import { leadToThisMonth, markNow } from "./calendar-now.js";
import { withRoles } from "./table-roles.js";
import { plural } from "./words.js";

const calendar = document.querySelector("[data-calendar]");
const form = document.querySelector(".calendar-tools");
const kind = calendar?.dataset.calendar;

const rows = () => [...calendar.querySelectorAll(".date")];

const narrow = (state) => {
  const chosen = [...state].filter(([name]) => name !== "clock");
  let found = 0;
  for (const row of rows()) {
    row.hidden = !fits(row, chosen);
    if (!row.hidden) found += 1;
  }
  for (const part of calendar.querySelectorAll(".agenda-day, .agenda-month")) {
    part.hidden = !part.querySelector(".date:not([hidden])");
  }
  const over = calendar.querySelector(".agenda-over");
  if (over) over.hidden = !over.querySelector(".date:not([hidden])");
  announce(found, chosen.length > 0);
};

const announce = (found, isNarrowed) => {
  const output = form.querySelector("output");
  const words = isNarrowed ? output.dataset.found : output.dataset.count;
  const all = calendar.dataset.more ? Number(output.dataset.total) : found;
  output.value = plural(words, isNarrowed ? found : all);
  form.querySelector("button").hidden = !isNarrowed;
  const nothing = document.querySelector(".agenda-nothing");
  if (nothing) nothing.hidden = !(isNarrowed && found === 0);
};

const show = async (state) => {
  const isNarrowed = [...state].some(([name]) => name !== "clock");
  if (isNarrowed && calendar.dataset.first) {
    const first = new URL(calendar.dataset.first, location.href);
    first.search = new URLSearchParams([...state]).toString();
    location.replace(first);
    return;
  }
  if (isNarrowed && calendar.dataset.more) await loadRest(calendar);
  chooseClock(calendar, kind, state.get("clock") === "mine");
  if (kind !== "past") markNow(calendar, kind, Date.now());
  narrow(state);
  leadToThisMonth(Date.now());
  keepState(state);
};

if (kind === "month") withRoles(calendar);

if (calendar && form) {
  form.hidden = false;
  form.querySelector(".calendar-clock").hidden = !hasOtherClocks(rows());
  let state = readState(form);
  form.querySelector(".calendar-choose").open = state.size > 0 || matchMedia("(min-width: 60em)").matches;
  const change = () => {
    const before = state.toString();
    state = showState(form);
    if (state.toString() === before) return;
    history.pushState(null, "", state.size ? `?${state}` : location.pathname);
    show(state);
  };
  form.addEventListener("change", change);
  form.querySelector("button").addEventListener("click", () => {
    clear(form);
    change();
    form.querySelector("summary").focus();
  });
  addEventListener("popstate", () => { state = readState(form); show(state); });
  document.addEventListener("times", () => show(state));
  show(state);
}
