// Finds the rows that a visitor asks for, and how many there would be with another choice. Plain loops over typed arrays: ten thousand
// entries take a few milliseconds.

import { unpacked } from "./finder-steps.js";
import { remembered } from "./remembered.js";

// The choices of row r are items[starts[r]] to items[starts[r + 1]].
const indexed = ({ name, values, rows }) => ({
  name,
  values,
  places: new Map(values.map(([value], place) => [value, place])),
  size: values.length,
  ...unpacked(rows),
});

export const indexOf = remembered((data) => ({ count: data.count, facets: data.facets.map(indexed) }));

// For each row 1 where the facet has one of these values, beside what the mask has already. Values that nobody has are in no row.
export const chosenIn = (index, name, values, mask = new Uint8Array(index.count)) => {
  const facet = index.facets.find((each) => each.name === name);
  if (!facet) return mask;
  const wanted = new Uint8Array(facet.size);
  for (const value of values) if (facet.places.has(value)) wanted[facet.places.get(value)] = 1;
  for (let row = 0; row < index.count; row += 1) {
    for (let item = facet.starts[row]; item < facet.starts[row + 1]; item += 1) {
      if (wanted[facet.items[item]]) { mask[row] = 1; break; }
    }
  }
  return mask;
};

// What all of the demands leave. A demand is {facet: its name or "", mask: a 1 for each row that meets it}. Gives
// rows: those that meet all, in list order;
// counts: by facet the number of rows for each value if it were chosen, while all other demands stay;
// without: for each demand the number of rows that fail by it alone.
export const narrow = (index, demands) => {
  const { count } = index;
  const failed = new Uint8Array(count);
  const last = new Int16Array(count);
  demands.forEach(({ mask }, place) => {
    for (let row = 0; row < count; row += 1) {
      if (!mask[row]) { failed[row] += 1; last[row] = place; }
    }
  });
  const rows = [];
  const dropped = new Int32Array(demands.length);
  for (let row = 0; row < count; row += 1) {
    if (!failed[row]) rows.push(row);
    else if (failed[row] === 1) dropped[last[row]] += 1;
  }
  const counts = new Map(index.facets.map((facet) => [facet.name, counted(facet, demands, failed, last)]));
  return { rows, counts, without: dropped };
};

const counted = (facet, demands, failed, last) => {
  const own = demands.findIndex((demand) => demand.facet === facet.name);
  const result = new Int32Array(facet.size);
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] && !(failed[row] === 1 && last[row] === own)) continue;
    for (let item = facet.starts[row]; item < facet.starts[row + 1]; item += 1) result[facet.items[item]] += 1;
  }
  return result;
};
