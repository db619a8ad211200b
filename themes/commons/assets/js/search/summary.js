// What is announced of an answer: the number of results, and when it isn't what was typed.
import { fill, plural } from "../words.js";

export const summary = ({ total, partly, spelled }, words) => {
  if (!total) return words.none;
  const notes = [plural(words.count, total)];
  if (partly) notes.unshift(words.partly);
  if (spelled) notes.unshift(fill(words.spelled, { words: spelled }));
  return notes.join(" ");
};
