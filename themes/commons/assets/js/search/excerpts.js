// Which words of a text are meant by what somebody looks for, and the part of a long text where they stand.
import { pieces } from "./words.js";

const LENGTH = 180;
const BEFORE = 50;

// The places of the words that were found: [[start, end], ...].
export const matches = (text, terms) =>
  pieces(text)
    .filter(([, , word]) => terms.some((term) => word === term || word.startsWith(term)))
    .map(([start, end]) => [start, end]);

// The part of the text around most of the words that were found; empty when none was. What else a page says of itself
// stands after its text, each behind a dot: of that, only the piece with the word.
export const excerpt = (text, terms) => {
  const rated = text.split(" · ").map((piece) => [matches(piece, terms), piece]);
  const [found, piece] = rated.reduce((best, next) => (next[0].length > best[0].length ? next : best), [[], ""]);
  return around(piece, found);
};

const around = (text, found) => {
  const place = densest(found);
  if (place === null) return "";
  let start = Math.max(0, place - BEFORE);
  let end = Math.min(text.length, start + LENGTH);
  if (start > 0) start = beginning(text, start, place);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), place + 1);
  return `${start > 0 ? "… " : ""}${text.slice(start, end).trim()}${end < text.length ? " …" : ""}`;
};

// Where the most words stand together: that is where a phrase is.
const densest = (found) => {
  let best = null;
  let most = 0;
  for (const [start] of found) {
    const near = found.filter(([other]) => other >= start && other < start + LENGTH - BEFORE).length;
    if (near > most) [best, most] = [start, near];
  }
  return best;
};

const beginning = (text, start, place) => {
  const space = text.indexOf(" ", start);
  return space >= 0 && space < place ? space + 1 : start;
};
