// Kinds that are words, as hubgen/kinds/texts.py reads them, and the choice among a few.
"use strict";

import { number } from "../words.js";
import { problem, quoted } from "./problems.js";
import { FORBIDDEN } from "./yaml.js";

const FAMILIES = [
  ["HG113", /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]/u, "control", "delete"],
  ["HG114", /[\u202a-\u202e\u2066-\u2069]/u, "direction", "delete"],
  ["HG116", /[\x85\u2028\u2029]/u, "line_break", "delete_break"],
];

export const oneLine = (text) => text.split(/\s+/u).filter(Boolean).join(" ");

const size = (text) => [...text].length;

const unshowable = (text) => {
  const found = FORBIDDEN.exec(text);
  if (!found) return null;
  const [code, , message, help] = FAMILIES.find(([, pattern]) => pattern.test(found[0])) ?? ["HG115", null, "no_character", "delete"];
  const shown = found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
  return problem(code, [message, { code: shown }], [help]);
};

const tooLong = (length, { longest }) =>
  longest && length > longest ? problem("HG312", ["long", { n: number(length), most: number(longest) }], ["shorten"]) : null;

export const line = (text, rules) => unshowable(text) ?? tooLong(size(oneLine(text)), rules);

export const markdown = (text, rules) => unshowable(text) ?? tooLong(size(text), rules);

export const file = (text, rules) => {
  const found = line(text, rules);
  const name = oneLine(text);
  if (found) return found;
  if (/^(?:(?:[a-z][a-z0-9+.-]+:)?\/\/|data:|www\.)/iu.test(name)) return problem("HG361", ["file_site", { text: quoted(name) }], ["file_save"]);
  if (/^(?:[a-z]:|~)/iu.test(name)) return problem("HG362", ["file_place", { text: quoted(name) }], ["file_beside"]);
  if (name.includes("\\")) return problem("HG362", ["file_slashes", { text: quoted(name) }], ["write", { value: name.replaceAll("\\", "/") }]);
  return null;
};

const letters = (text) => [...text.toUpperCase().toLowerCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join("");

export const choice = (text, { choices }) => {
  const wanted = letters(text);
  if (choices.includes(text) || (wanted && choices.some((each) => letters(each) === wanted))) return null;
  return problem("HG318", ["no_choice", { text: quoted(text) }], ["choose", { choices: choices.join(", ") }]);
};
