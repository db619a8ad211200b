// The mentor finder: what is ticked orders the list, stands in the address after the `#`, and goes nowhere else.
"use strict";

import { guessedZone } from "./hours.js";
import { makePicker } from "./skill-picker.js";
import { readWishes, wishesAnything, writeWishes } from "./wishes.js";
import { fill, plural } from "./words.js";
import { chooseZone, fillZones } from "./zone-select.js";

const place = document.querySelector(".match");
const form = place?.querySelector("form");
const words = place?.dataset ?? {};
const status = place?.querySelector(".match-status");
const submit = form?.querySelector("[type=submit]");
const zone = form?.elements.zone;
// Stands above the list, and belongs to the form all the same.
const named = form?.elements.named;
const skillList = place?.querySelector(".match-skills");
const FIELDS = { skills: "want", languages: "speak", free: "free", formats: "how" };
let market = null;
let turn = 0;

// All that only somebody who wishes something needs is loaded then.
const load = async () => {
  if (!market) {
    const [{ loadFinder }, { marketOf }] = await Promise.all([import("./finder-data.js"), import("./match.js")]);
    market = marketOf(await loadFinder(words.url));
  }
  return market;
};

const ticked = (name) => [...form.querySelectorAll(`[name=${name}]:checked`)].map((each) => each.value);

const wishesInForm = () => ({
  ...Object.fromEntries(Object.entries(FIELDS).map(([list, name]) => [list, ticked(name)])),
  name: named?.value.trim() ?? "",
  level: ticked("level")[0] ?? "",
  placesOnly: ticked("places").length > 0,
  zone: zone.value === guessedZone() ? "" : zone.value,
});

const putIntoForm = (wishes) => {
  for (const slug of wishes.skills) addSkill(slug, slug);
  for (const [list, name] of Object.entries(FIELDS)) {
    for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = wishes[list].includes(box.value);
  }
  for (const others of form.querySelectorAll(".match-others")) others.open ||= Boolean(others.querySelector(":checked"));
  const levels = [...form.querySelectorAll("[name=level]")];
  for (const button of levels) button.checked = button.value === wishes.level;
  if (levels.length && !levels.some((each) => each.checked)) levels.at(-1).checked = true;
  const only = form.querySelector("[name=places]");
  if (only) only.checked = wishes.placesOnly;
  chooseZone(zone, wishes.zone || guessedZone());
  if (named && named.value.trim() !== wishes.name) named.value = wishes.name;
  foldUp(wishes);
};

// On a narrow screen what else one may wish for stays folded, unless something of it is wished for: the list comes sooner.
const foldUp = ({ languages, free, formats, level, placesOnly, zone: chosen }) => {
  const rest = form.querySelector(".match-wishes");
  const isWished = [languages, free, formats].some((list) => list.length) || Boolean(level || chosen) || placesOnly;
  if (!rest.classList.contains("is-ready")) rest.open = isWished || matchMedia("(min-width: 60em)").matches;
  else if (isWished) rest.open = true;
  rest.classList.add("is-ready");
};

// A skill that isn't among those in the page gets a box of its own; its name comes with the data.
const addSkill = (slug, label) => {
  const known = [...skillList.querySelectorAll("input")].find((each) => each.value === slug);
  if (known) return known;
  const item = skillList.querySelector("li").cloneNode(true);
  const box = item.querySelector("input");
  box.value = slug;
  item.querySelector("span").textContent = label;
  skillList.prepend(item);
  return box;
};

// An address may be old, or made up: what is no skill of this hub is taken out.
const nameSkills = ({ names }) => {
  for (const box of skillList?.querySelectorAll("input") ?? []) {
    if (names.has(box.value)) box.closest("label").querySelector("span").textContent = names.get(box.value);
    else box.closest("li").remove();
  }
};

const failure = () => (location.protocol === "file:" ? words.local : words.failed);

// Names are loaded when somebody looks for one.
const loadFor = async ({ name }) => {
  const { data } = await load();
  if (name) await import("./finder-parts.js").then(({ loadColumn }) => loadColumn(data, "title"));
};

// Shows what fits the wishes in the form; everybody, when there are none. Of two questions that wait only the last one is answered.
const show = async () => {
  const mine = ++turn;
  const isCurrent = () => mine === turn;
  const wishes = wishesInForm();
  const results = document.querySelector(".match-results");
  const everybody = document.querySelector(".match-everybody");
  if (!wishesAnything(wishes)) {
    [results.hidden, everybody.hidden] = [true, false];
    submit.textContent = words.results;
    say("");
    return;
  }
  const ready = await Promise.all([import("./match-results.js"), loadFor(wishes)]).catch(() => null);
  if (!isCurrent()) return;
  if (!ready) {
    fail();
    return;
  }
  nameSkills(market);
  const known = wishesInForm();
  if (!wishesAnything(known)) {
    history.replaceState(null, "", location.pathname + location.search);
    await show();
    return;
  }
  let isWhole = true;
  const miss = () => { isWhole = false; fail(); };
  const count = await ready[0].showMatches(market, known, { words, relax, isCurrent, fail: miss });
  if (!isCurrent()) return;
  [results.hidden, everybody.hidden] = [false, true];
  if (isWhole) say(count ? plural(words.count, count) : words.none);
  submit.textContent = count ? plural(words.show, count) : words.results;
};

const fail = () => {
  say(failure());
  warn(failure());
};

const warn = (text) => {
  const notice = place.querySelector(".match-failed");
  notice.textContent = text;
  notice.hidden = false;
};

const say = (text) => {
  if (status.textContent !== text) status.textContent = text;
};

const remember = ({ typing = false } = {}) => {
  const address = new URL(location.href);
  address.hash = writeWishes(wishesInForm());
  // A lone `#` would stay.
  if (address.href === location.href) return;
  const written = address.hash ? address.href : address.pathname + address.search;
  if (typing) history.replaceState(null, "", written);
  else history.pushState(null, "", written);
};

const changed = (how) => {
  remember(how);
  return show();
};

// Takes wishes back: the way on when nobody fits.
const relax = (name) => {
  for (const box of form.querySelectorAll(`[name=${name}]`)) box.checked = false;
  if (name === "named") named.value = "";
  changed().then(() => document.querySelector(".match-count").focus());
};

const fromAddress = () => {
  putIntoForm(readWishes(location.hash));
  return show();
};

const start = () => {
  fillZones(zone, guessedZone());
  form.addEventListener("change", (event) => {
    // What is typed is only a way to a skill.
    if (event.target.name) changed();
  });
  named?.addEventListener("input", () => changed({ typing: true }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const results = document.querySelector(".match-results");
    const target = results.hidden ? document.querySelector(".match-everybody") : results.querySelector(".match-count");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  });
  form.addEventListener("reset", () => setTimeout(() => { chooseZone(zone, guessedZone()); changed(); }));
  window.addEventListener("popstate", fromAddress);
  // While a hub is edited its preview says so: what is loaded is the hub as it was.
  document.addEventListener("edited", () => {
    if (!market) return;
    market = null;
    show();
  });
  if (skillList) choosing();
  fromAddress();
};

const choosing = () => {
  const field = place.querySelector("[role=combobox]");
  const unknown = place.querySelector(".match-unknown");
  const note = (count) => (count ? plural(words.offered, count) : words.offeredByNobody);
  makePicker({
    field,
    list: place.querySelector("[role=listbox]"),
    load: async () => {
      const { vocabulary, offered } = await load();
      return vocabulary.map(({ slug, name, aliases }) => ({ slug, label: name, names: [name, ...aliases], note: note(offered.get(slug)) }));
    },
    choose: async (skill) => {
      addSkill(skill.slug, skill.label).checked = true;
      await changed();
      say(`${fill(words.added, { skill: skill.label })}. ${status.textContent}`);
    },
    none: (text) => {
      unknown.hidden = !text;
      unknown.textContent = text ? fill(words.unknown, { text }) : "";
    },
  });
};

if (form) start();
