// Kinds that are counted, as hubgen/text/numbers.py reads them.
"use strict";

import { problem, quoted } from "./problems.js";

const LARGEST = 2 ** 53;
const INTEGER = /^[+-]?[0-9]{1,16}$/u;
const DECIMAL = /^[+-]?(?:[0-9]{1,16}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})$/u;
const GROUPED = /^([+-]?[0-9]{1,3})((?:[, '._\u00a0\u202f][0-9]{3})+)$/u;
const COMMA = /^([+-]?[0-9]+),([0-9]+)$/u;
const LEADING = /^[+-]?[0-9]+(?:\.[0-9]+)?/u;

const isSmall = (word) => Number(word) <= LARGEST && Number(word) >= -LARGEST && !/^[+-]?0*900719925474099[3-9]$/u.test(word);

// Halves go to the even number.
const rounded = (value) => {
  const low = Math.floor(value);
  if (value - low !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
};

const guess = (word) => {
  const grouped = GROUPED.exec(word);
  if (grouped) return ["write", { value: grouped[1] + grouped[2].replace(/[^0-9]/gu, "") }];
  const leading = LEADING.exec(word)?.[0] ?? "";
  if (leading && leading.length < word.length && leading.length < 17) return ["number_alone", { value: leading }];
  return ["digits"];
};

const outOfRange = (value, { least, most }) => {
  if ((least === undefined || value >= least) && (most === undefined || value <= most)) return null;
  const key = least === undefined ? "range_most" : most === undefined ? "range_least" : "range";
  return problem("HG316", [key, { n: String(value), least, most }], ["bounds"]);
};

export const integer = (text, rules) => {
  const word = text.trim();
  if (INTEGER.test(word) && isSmall(word)) return outOfRange(Number(word), rules);
  if (DECIMAL.test(word) && !GROUPED.test(word)) {
    if (INTEGER.test(word)) return problem("HG316", ["too_large", { text: quoted(text), most: LARGEST }]);
    return problem("HG315", ["not_whole", { text: quoted(text) }], ["write", { value: rounded(Number(word)) }]);
  }
  return problem("HG315", ["not_whole", { text: quoted(text) }], guess(word));
};

export const decimal = (text, rules) => {
  const word = text.trim();
  if (DECIMAL.test(word) && Math.abs(Number(word)) <= LARGEST) return outOfRange(Number(word), rules);
  const comma = COMMA.exec(word);
  if (comma) return problem("HG315", ["comma", { text: quoted(text) }], ["write", { value: `${comma[1]}.${comma[2]}` }]);
  return problem("HG315", ["not_number", { text: quoted(text) }], guess(word));
};

const YES_OR_NO = new Set(["true", "yes", "on", "false", "no", "off"]);

export const boolean = (text) =>
  YES_OR_NO.has(text.trim().toLowerCase()) ? null : problem("HG317", ["not_boolean", { text: quoted(text) }], ["write_boolean"]);
