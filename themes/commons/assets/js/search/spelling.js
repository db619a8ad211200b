// For words that aren't there: similar ones that are, and skills that may be meant.
import { fold, words } from "./words.js";

const MANY = 6;

// How many letters must change for one word to become the other, two letters that changed places being one;
// whatever is more than `most` is all the same.
const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
};

// Short words are like too many others.
const tolerance = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

// The words of `known` (word to how often it stands there) that are nearest to the word, nearest and commonest first.
const similar = (word, known, most = tolerance(word)) => {
  const found = [];
  for (const [other, often] of known) {
    const away = distance(word, other, most);
    if (away <= most) found.push([away, -often, other]);
  }
  return found
    .sort(([a, b, c], [d, e, f]) => a - d || b - e || (c < f ? -1 : 1))
    .map(([, , other]) => other);
};

// What was typed with each unknown word replaced by the nearest known one; empty when nothing changes.
export const respelled = (text, known, isKnown = (word) => known.has(word)) => {
  const typed = words(text);
  const better = typed.map((word) => (isKnown(word) ? word : (similar(word, known)[0] ?? word)));
  return better.join(" ") === typed.join(" ") ? "" : better.join(" ");
};

// Skills whose names share most with what was typed; the commonest ones when none does. A skill: [label, url, names, often].
export const nearSkills = (text, skills) => {
  const asked = parts(text);
  const rated = skills.map((skill) => [Math.max(...skill[2].map((name) => shared(asked, parts(name)))), skill]);
  return rated
    .sort(([a, one], [b, other]) => b - a || other[3] - one[3])
    .slice(0, MANY)
    .map(([, [label, url]]) => ({ label, url }));
};

// Runs of three letters.
const parts = (text) => {
  const plain = ` ${fold(text)} `;
  return new Set(Array.from({ length: Math.max(plain.length - 2, 0) }, (_, place) => plain.slice(place, place + 3)));
};

const shared = (one, other) => {
  let both = 0;
  for (const part of one) if (other.has(part)) both += 1;
  return (2 * both) / (one.size + other.size || 1);
};
