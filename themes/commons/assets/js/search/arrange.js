// What an engine found, narrowed by what the visitor chose and arranged for the page: the best ones, then by collection.

export const BEST = 3;
const OF_EACH = 4;

// `ids` in the order of their fit; `facets`: { name, values: [[value, label], ...], of(id): the places of its values }; `chosen` by facet: the value that was chosen.
export const arrange = (ids, facets, { chosen = {}, limit = 30 } = {}) => {
  const wanted = facets.map((facet) => wantedNumber(facet, chosen[facet.name]));
  const fits = (id, but = -1) =>
    facets.every((facet, place) => place === but || wanted[place] === null || facet.of(id).includes(wanted[place]));
  const kept = ids.filter((id) => fits(id));
  const counts = Object.fromEntries(
    facets.map((facet, place) => [facet.name, counted(facet, ids.filter((id) => fits(id, place)))]),
  );
  const isNarrow = Boolean(chosen.collection);
  const best = isNarrow ? [] : kept.slice(0, BEST);
  const rest = isNarrow ? kept : kept.slice(BEST);
  const collection = facets.find((facet) => facet.name === "collection");
  return { total: kept.length, counts, best, groups: grouped(rest, kept, collection, isNarrow ? limit : OF_EACH) };
};

// What was chosen by its number; -1 for a choice that nobody has.
const wantedNumber = (facet, value) =>
  value ? facet.values.findIndex(([name]) => name === value) : null;

// [[value, label, how many], ...], most first.
const counted = (facet, ids) => {
  const numbers = new Map();
  for (const id of ids) for (const value of facet.of(id)) numbers.set(value, (numbers.get(value) ?? 0) + 1);
  return [...numbers]
    .sort(([one, a], [other, b]) => b - a || one - other)
    .map(([value, count]) => [...facet.values[value], count]);
};

// The rest by collection, in the order of the best of each.
const grouped = (rest, kept, collection, limit) => {
  const groups = new Map();
  for (const id of rest) {
    const place = collection.of(id)[0];
    if (!groups.has(place)) groups.set(place, []);
    groups.get(place).push(id);
  }
  return [...groups].map(([place, ids]) => {
    const [value, label] = collection.values[place];
    const total = kept.filter((id) => collection.of(id)[0] === place).length;
    return { value, label, total, left: ids.length > limit, ids: ids.slice(0, limit) };
  });
};
