// Why somebody is suggested, in words. Scores are never shown.
"use strict";

import { shownHours } from "./hours.js";
import { fill, plural } from "./words.js";

// The reasons of one match (see match.js), strongest first. `words` are messages by name, `names` is what `namesIn` gives.
export const reasonsFor = (fit, words, names) =>
  [
    fit.offers.length > 0 && fill(words.offers, { skills: listed(fit.offers.map(names.skill)) }),
    ...fit.near.map((each) => fill(words.close, { skills: listed(each.offered.map(names.skill)), wanted: names.skill(each.wanted) })),
    fit.languages.length > 0 && fill(words.languages, { languages: listed(fit.languages.map(names.language)) }),
    inHours(fit.minutes, words),
    fit.formats.length > 0 && fill(words.formats, { formats: listed(fit.formats.map(names.format)) }),
    fit.level && words.level,
    inPlaces(fit, words),
  ].filter(Boolean);

// What people read for the values in a market.
export const namesIn = (market) => ({
  skill: (slug) => market.names.get(slug) ?? slug,
  language: (code) => market.labels("languages").get(code) ?? code,
  format: (value) => market.labels("formats").get(value) ?? value,
});

// `SQL and public speaking`, in the page's language.
export const listed = (texts) => new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" }).format(texts);

const inHours = (minutes, words) => {
  if (minutes === null) return "";
  if (minutes === 0) return words.noHours;
  const hours = shownHours(minutes);
  return hours ? plural(words.hours, hours) : words.minutes;
};

const inPlaces = ({ places, status }, words) => {
  if (status === "paused") return words.paused;
  if (status === "waitlist") return words.waitlist;
  if (places === null) return "";
  return places ? plural(words.places, places) : words.full;
};
