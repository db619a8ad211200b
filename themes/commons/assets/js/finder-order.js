// The order of what was found: the list's own, by name, or by numbers that the data brings along.

const ranks = new WeakMap();

// For each row its place in the order of names, as the page's language sorts.
const nameRanks = (data) => {
  if (!ranks.has(data)) {
    const { compare } = new Intl.Collator(document.documentElement.lang);
    const order = data.title.map((_, row) => row).sort((one, other) => compare(data.title[one], data.title[other]) || one - other);
    const rank = new Int32Array(order.length);
    order.forEach((row, place) => { rank[row] = place; });
    ranks.set(data, rank);
  }
  return ranks.get(data);
};

// The smallest first; rows without a number behind, all of one number in list order.
const byNumber = (rows, numbers) => {
  const of = (row) => numbers[row] ?? Infinity;
  return [...rows].sort((one, other) => (of(one) === of(other) ? one - other : of(one) - of(other)));
};

export const ordered = (rows, data, sort, shared) => {
  if (sort === "title") return byNumber(rows, nameRanks(data));
  if (data.sorts?.[sort]) return byNumber(rows, data.sorts[sort]);
  return shared ? byNumber(rows, Array.from(shared, (minutes) => -minutes)) : rows;
};
