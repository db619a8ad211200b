// What somebody wishes of a mentor, and how it is written in an address: after the `#`, which no browser sends to anybody.
"use strict";

import { WAKING, guessedZone, knowsZone, rangesOn } from "./hours.js";

const WEEKDAYS = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];

// The parts of a week that can be ticked.
export const FREE_TIMES = {
  "weekday-mornings": rangesOn(WEEKDAYS, 7 * 60, 12 * 60),
  "weekday-afternoons": rangesOn(WEEKDAYS, 12 * 60, 18 * 60),
  "weekday-evenings": rangesOn(WEEKDAYS, 18 * 60, 22 * 60),
  "weekend-mornings": rangesOn(WEEKEND, 7 * 60, 12 * 60),
  "weekend-afternoons": rangesOn(WEEKEND, 12 * 60, 18 * 60),
  "weekend-evenings": rangesOn(WEEKEND, 18 * 60, 22 * 60),
};

const LISTS = { want: "skills", speak: "languages", free: "free", how: "formats" };
const MOST = 50;

const LONGEST_NAME = 100;

export const noWishes = () => ({ name: "", skills: [], languages: [], free: [], formats: [], level: "", placesOnly: false, zone: "" });

// Whether anything is wished for; a zone alone is known of everybody.
export const wishesAnything = (wishes) =>
  Object.values(LISTS).some((list) => wishes[list].length > 0) || Boolean(wishes.level || wishes.name) || wishes.placesOnly;

// The wishes in an address such as `#want=sql&speak=en&free=weekday-evenings`; what makes no sense is left out.
export const readWishes = (hash) => {
  const written = new URLSearchParams(hash.replace(/^#/, ""));
  const wishes = noWishes();
  for (const [name, list] of Object.entries(LISTS)) wishes[list] = [...new Set(written.getAll(name).filter(Boolean))].slice(0, MOST);
  wishes.free = wishes.free.filter((each) => Object.hasOwn(FREE_TIMES, each));
  wishes.name = (written.get("name") ?? "").trim().slice(0, LONGEST_NAME);
  wishes.level = written.get("level") ?? "";
  wishes.placesOnly = written.has("places");
  wishes.zone = knowsZone(written.get("zone")) ? written.get("zone") : "";
  return wishes;
};

// The other way round; empty when nothing is wished for.
export const writeWishes = (wishes) => {
  const written = new URLSearchParams();
  if (wishes.name) written.append("name", wishes.name);
  for (const [name, list] of Object.entries(LISTS)) for (const each of wishes[list]) written.append(name, each);
  if (wishes.level) written.append("level", wishes.level);
  if (wishes.placesOnly) written.append("places", "free");
  if (wishes.zone) written.append("zone", wishes.zone);
  return String(written);
};

// When the wishing person has time, as `hours.js` takes it: without a word about it, when people are awake.
export const freeTimeOf = (wishes) => ({
  zone: wishes.zone || guessedZone(),
  ranges: wishes.free.length ? wishes.free.flatMap((each) => FREE_TIMES[each]) : WAKING,
});
