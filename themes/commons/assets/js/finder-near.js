// Who is awake when I am: the hours from nine to twenty-one in my zone and in theirs, on each one's own clock.

import { guessedZone, knowsZone, rangesOn, sharedMinutes, weekOf } from "./hours.js";

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const AWAKE = rangesOn(EVERY_DAY, 9 * 60, 21 * 60);
const LEAST = 60;

// For each row the minutes that we share on a day; nothing under an hour, nor where nobody says where they are.
export const sharedByRow = (data, zone) => {
  const mine = { zone: knowsZone(zone) ? zone : guessedZone(), ranges: AWAKE };
  const week = weekOf(mine.zone, Date.now());
  const byZone = new Map();
  const shared = (theirs) => {
    if (!byZone.has(theirs)) {
      const minutes = (sharedMinutes(mine, { zone: theirs, ranges: AWAKE }, week) ?? 0) / EVERY_DAY.length;
      byZone.set(theirs, minutes < LEAST ? 0 : minutes);
    }
    return byZone.get(theirs);
  };
  return Float64Array.from(data.zone ?? [], shared);
};

// Halves of hours, never more than there are.
export const hoursOf = (minutes) => Math.floor(minutes / 30) / 2;

// All zones in a select, the browser's guess first.
export const fillZones = (select, chosen) => {
  const guess = guessedZone();
  if (!select.options.length) {
    const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
    select.append(option("", guess), ...zones.filter((zone) => zone !== guess).map((zone) => option(zone, zone)));
  }
  if (chosen && knowsZone(chosen) && ![...select.options].some(({ value }) => value === chosen)) select.append(option(chosen, chosen));
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
};

const option = (value, zone) => new Option(zone.replaceAll("_", " "), value);
