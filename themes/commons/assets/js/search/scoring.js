// How well rows fit to what somebody looks for.

// A word that only begins so counts for less, the less the longer it is.
const BEGINNING = 0.6;
const LONGER = 0.3;

const closeness = (term, word) =>
  word === term ? 1 : (BEGINNING * term.length) / (term.length + LONGER * (word.length - term.length));

// What each of `count` rows has of one term, out of the words that are like it (`Postings`): its best word counts, and more the fewer
// rows have any of them.
export const fitOf = (term, found, count) => {
  const fit = new Float32Array(count);
  let having = 0;
  for (const { word, weight, rows } of found) {
    const worth = weight * closeness(term, word);
    for (const row of rows) {
      if (!fit[row]) having += 1;
      if (fit[row] < worth) fit[row] = worth;
    }
  }
  const rarity = Math.log(1 + count / Math.max(having, 1));
  return fit.map((worth) => worth * rarity);
};

// The rows that have all terms, or any of them, best first; rows that fit as well stand in their own order.
export const ranked = (fits, isAll = true) => {
  const [first, ...others] = fits;
  if (!first) return [];
  const total = Float32Array.from(first);
  for (const fit of others) {
    for (let row = 0; row < total.length; row += 1) {
      total[row] = isAll && !(total[row] && fit[row]) ? 0 : total[row] + fit[row];
    }
  }
  const rows = [];
  for (let row = 0; row < total.length; row += 1) if (total[row]) rows.push(row);
  return rows.sort((one, other) => total[other] - total[one] || one - other);
};
