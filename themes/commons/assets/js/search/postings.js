// The words of an index (docs/search-index.md): in drawers, by how they begin; of each who says it, and what it weighs there.
import { listAt, unpacked } from "../finder-steps.js";

// The same rule as in the build.
export const drawerOf = (signs, { letters, drawers }) =>
  signs.slice(0, letters).reduce((number, sign) => (31 * number + sign.codePointAt(0)) % drawers, 0);

// Words of one kind: names, or texts. `load(file)` gives a file of the index.
export class Postings {
  constructor(kind, load) {
    this.kind = kind;
    this.load = load;
    this.drawers = new Map();
  }

  // Every word that the term is, or, where it is long enough to say in which drawer they lie, with which it begins:
  // [{ word, weight, rows }], a word once for each thing that it weighs.
  async like(term) {
    const signs = [...term];
    const drawer = await this.#drawer(drawerOf(signs, this.kind));
    const fits = signs.length < this.kind.letters ? (word) => word === term : (word) => word.startsWith(term);
    return drawer.filter(({ word }) => fits(word));
  }

  async #drawer(number) {
    if (!this.drawers.has(number)) {
      const { words, weights, rows } = await this.load(this.kind.file.replace("{drawer}", number));
      const lists = unpacked(rows);
      this.drawers.set(number, words.map((word, place) => ({ word, weight: weights[place], rows: listAt(lists, place) })));
    }
    return this.drawers.get(number);
  }
}
