// The order of what was found: the list's own, by name, or by numbers that the data brings along.

const orders = new WeakMap();

// All rows in that order, found out once for each.
const orderOf = (data, sort) => {
  if (!orders.has(data)) orders.set(data, new Map());
  const known = orders.get(data);
  if (!known.has(sort)) known.set(sort, sort === "title" ? byName(data) : byNumber(data.sorts[sort]));
  return known.get(sort);
};

// By name, as the page's language sorts.
const byName = ({ title }) => {
  const { compare } = new Intl.Collator(document.documentElement.lang);
  return title.map((_, row) => row).sort((one, other) => compare(title[one], title[other]) || one - other);
};

// The smallest first; rows without a number behind, all of one number in list order.
const byNumber = (numbers) => {
  const of = (row) => numbers[row] ?? Infinity;
  return Array.from(numbers, (_, row) => row).sort((one, other) => (of(one) === of(other) ? one - other : of(one) - of(other)));
};

// The found rows, which come in list order; `shared` are the minutes by row when somebody asks who is near.
export const ordered = (rows, data, sort, shared) => {
  if (sort !== "title" && !data.sorts?.[sort]) {
    return shared ? [...rows].sort((one, other) => shared[other] - shared[one] || one - other) : rows;
  }
  const found = new Uint8Array(data.count);
  for (const row of rows) found[row] = 1;
  return orderOf(data, sort).filter((row) => found[row]);
};
