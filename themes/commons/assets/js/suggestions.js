// What is suggested for a text that somebody types: of the things of a hub those that are called so.
"use strict";

const SHOWN = 8;

// Accents, case and signs between words don't count.
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^\p{L}\p{N}+#.]+/gu, " ").trim();

// The options whose name, or one of whose other names, has the words that were typed: those that begin with them first.
export const suggestions = (options, typed) => {
  const wanted = fold(typed);
  if (!wanted) return [];
  const rank = (option) => Math.min(...option.names.map((name) => rankOf(fold(name), wanted)));
  return options
    .map((option, place) => [rank(option), place, option])
    .filter(([found]) => found < 3)
    .sort((one, other) => one[0] - other[0] || one[1] - other[1])
    .slice(0, SHOWN)
    .map(([, , option]) => option);
};

const rankOf = (name, wanted) => {
  if (name.startsWith(wanted)) return 0;
  if (` ${name}`.includes(` ${wanted}`)) return 1;
  return wanted.split(" ").every((word) => name.includes(word)) ? 2 : 3;
};
