// What a collection's card shows beside the words by which it was found, out of columns as finders have them (docs/finder-data.md).
import { rowAt } from "../finder-data.js";

// Its address, title and summary search knows itself.
export const cardOf = (columns, place) => ({
  ...rowAt({ ...columns, url: "", slug: [], title: [] }, place),
  skillUrl: columns.skillUrl,
});
