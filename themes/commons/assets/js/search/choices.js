// Who has what somebody chose (docs/search-index.md): in drawers, by choice, since whole columns are more than first results can wait for.
import { listAt, unpacked } from "../finder-steps.js";
import { drawerOf } from "./postings.js";

const [HAS, HAS_NOT] = [[0], []];

// The choices of all facets; `load(file)` gives a file of the index with `count` rows.
export class Choices {
  constructor(where, count, load) {
    this.where = where;
    this.count = count;
    this.load = load;
  }

  // As much of the facet, as `arrange` takes it, as tells who has that value.
  async facet(name, value) {
    const choice = `${name}:${value}`;
    const { values, rows } = await this.load(this.where.file.replace("{drawer}", drawerOf([...choice], this.where)));
    const place = values.indexOf(choice);
    if (place < 0) return { name, values: [], of: () => HAS_NOT };
    const having = new Uint8Array(this.count);
    for (const row of listAt(unpacked(rows), place)) having[row] = 1;
    return { name, values: [[value]], of: (row) => (having[row] ? HAS : HAS_NOT) };
  }
}
