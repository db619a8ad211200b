// Words in a directory: names, summaries, skills and facts, found by how they begin. Accents and case don't count.

import { chosenIn } from "./finder-filter.js";
import { drawerFor } from "./finder-parts.js";
import { remembered } from "./remembered.js";
import { mapInTurns } from "./turns.js";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];

// The words of names, summaries and facts that may begin so, with the rows of those who have them: [[word, rows]]. A small directory
// gives all of its words.
const wordsLike = (data, start) => (data.words ? drawerFor(data, start) : wordsIn(data));

// Every word of a small directory: a promise, since it takes a while for thousands of rows.
export const wordsIn = remembered(async (data) => {
  const facts = data.facts?.values.map(([, ...texts]) => wordsOf(texts.join(" "))) ?? [];
  const rows = new Map();
  await mapInTurns(data.title, (title, row) => {
    const own = wordsOf(`${title} ${data.summary?.[row] ?? ""}`);
    const told = data.facts?.rows[row].flatMap((fact) => facts[fact]) ?? [];
    for (const word of new Set([...own, ...told])) {
      if (rows.has(word)) rows.get(word).push(row);
      else rows.set(word, [row]);
    }
  });
  return [...rows];
});

// For each row 1 where every word of the query begins one of its words.
export const matching = async (data, index, query) => {
  const starts = wordsOf(query);
  const lists = await Promise.all(starts.map((start) => wordsLike(data, start)));
  const mask = new Uint8Array(index.count).fill(1);
  starts.forEach((start, place) => {
    const having = rowsWith(index, start, lists[place]);
    for (let row = 0; row < mask.length; row += 1) mask[row] &= having[row];
  });
  return mask;
};

// For each row 1 where a word of its own begins so, or one of what it chose.
const rowsWith = (index, start, words) => {
  const begins = (word) => word.startsWith(start);
  const mask = new Uint8Array(index.count);
  for (const [word, rows] of words) if (begins(word)) for (const row of rows) mask[row] = 1;
  for (const facet of index.facets) {
    const values = labelsOf(facet).filter(({ words: own }) => own.some(begins)).map(({ value }) => value);
    if (values.length) chosenIn(index, facet.name, values, mask);
  }
  return mask;
};

const labelsOf = remembered(({ values }) => values.map(([value, label]) => ({ value, words: wordsOf(label) })));
