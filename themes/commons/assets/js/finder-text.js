// Words in a directory: names, summaries, skills and facts, found by how their words begin. Accents and case don't count.

import { mapInTurns } from "./turns.js";

const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();

export const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];

// A space stands before each word, so that a beginning is found with the space before it.
const spaced = (text) => ` ${wordsOf(text).join(" ")}`;

// For each row all of its words in one text: a promise, since it takes a while for thousands of rows.
export const wordsByRow = (data) => {
  const labels = data.facets.map((facet) => facet.values.map(([, label]) => spaced(label)));
  const facts = data.facts?.values.map(([, ...texts]) => spaced(texts.join(" "))) ?? [];
  return mapInTurns(data.title, (title, row) => {
    const own = spaced(`${title} ${data.summary?.[row] ?? ""}`);
    const chosen = data.facets.map((facet, place) => facet.rows[row].map((value) => labels[place][value]).join(""));
    return own + chosen.join("") + (data.facts?.rows[row].map((fact) => facts[fact]).join("") ?? "");
  });
};

// For each row 1 where every word of the query begins one of its words.
export const matching = (texts, query) => {
  const wanted = wordsOf(query).map((word) => ` ${word}`);
  const mask = new Uint8Array(texts.length);
  texts.forEach((text, row) => { mask[row] = wanted.every((word) => text.includes(word)) ? 1 : 0; });
  return mask;
};
