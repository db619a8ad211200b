// Codes of the world's: languages, countries, zones, licences. `known` holds the lists (contribute/codes.json); without them nothing is judged.
"use strict";

import { problem, quoted } from "./problems.js";

const OFFSET = /^(?:etc\/)?(?:utc|gmt)?\s?[+\-−]\s?[0-9]{1,2}(?::?[0-9]{2})?$/iu;
const OF_A_WORLD = new Set(["utc", "etc/utc", "z", "zulu", "uct", "etc/uct", "universal", "etc/universal"]);

const has = (codes, word) => codes.some((each) => each.toLowerCase() === word.toLowerCase());

export const timezone = (text, _, { zones, shortZones }) => {
  const word = text.trim().replaceAll(" ", "_");
  if (!zones || has(zones, word) || OF_A_WORLD.has(word.toLowerCase()) || isOlderName(word)) return null;
  const reason = OFFSET.test(word) ? "zone_distance" : shortZones.includes(word.toUpperCase()) ? "zone_short" : "no_zone";
  return problem("HG326", [reason, { text: quoted(text) }], ["zone_like"]);
};

// Zones have older names, too, which browsers know.
const isOlderName = (word) => {
  if (!/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/u.test(word) || /^etc\//iu.test(word)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: word }));
  } catch {
    return false;
  }
};

const TAG = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?(?:[-_](?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/iu;

export const language = (text, _, { languages, otherLanguages }) => {
  if (!languages) return null;
  const found = TAG.exec(text.trim());
  const code = found?.[1].toLowerCase();
  if (code && (languages.includes(code) || ` ${otherLanguages} `.includes(` ${code} `))) return null;
  return problem("HG350", ["no_language", { text: quoted(text) }], ["language_like"]);
};

export const country = (text, _, { countries }) =>
  !countries || has(countries, text.trim()) ? null : problem("HG352", ["no_country", { text: quoted(text) }], ["country_like"]);

export const license = (text, _, { licenses }) => {
  if (!licenses) return null;
  const pieces = text.trim().split(/\s+(?:AND|OR|WITH)\s+/u);
  const isFine = pieces.length > 1 || has(licenses, pieces[0].replace(/^\(+|\)+$/gu, "")) || /^LicenseRef-[A-Za-z0-9.-]{1,60}$/u.test(pieces[0]);
  return isFine ? null : problem("HG363", ["no_license", { text: quoted(text) }], ["license_like"]);
};
