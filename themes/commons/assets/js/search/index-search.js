// A large hub's index, searched in this thread: names first, which are found soonest and weigh most, then what only texts say.
import { arrange } from "./arrange.js";
import { Choices } from "./choices.js";
import { listAt, unpacked } from "../finder-steps.js";
import { checkedJson, once } from "./loading.js";
import { Postings } from "./postings.js";
import { fitOf, ranked } from "./scoring.js";
import { nearSkills, respelled } from "./spelling.js";
import { Texts } from "./texts.js";
import { Vocabulary } from "./vocabulary.js";
import { words } from "./words.js";

export class Index {
  static async open(address) {
    return new Index(await checkedJson(address), address);
  }

  constructor(start, address) {
    this.start = start;
    this.load = once((file) => checkedJson(new URL(file, address)));
    const [names, texts] = start.words;
    this.names = new Postings(names, this.load);
    this.texts = new Texts(texts, start.common, this.load);
    this.choices = new Choices(start.choices, start.count, this.load);
    this.collections = collectionsOf(start);
    this.shardStarts = startsOf(start.rows.sizes);
    this.columns = null;
    this.last = null;
  }

  // As much of the answer as is known by then; nothing where names alone don't answer.
  async answer({ text, ...narrowing }, depth) {
    const isFirst = depth === "names";
    const match = isFirst ? await this.#named(text) : await this.#whole(text);
    if (!match) return null;
    const { found, ...said } = match;
    const { best, groups, counts, ...answer } = arrange(found, await this.#facets(narrowing, depth), narrowing);
    if (isFirst && !best.length) return null;
    const placed = (rows) => rows.map((row) => this.#place(row));
    return {
      ...said,
      ...answer,
      counts: depth === "counts" ? counts : null,
      best: placed(best),
      groups: isFirst ? [] : groups.map(({ ids, ...group }) => ({ ...group, found: placed(ids) })),
    };
  }

  // What names alone say, unless everything is known already.
  async #named(text) {
    if (this.last?.text === text) return null;
    const terms = words(text);
    const fits = await Promise.all(terms.map((term) => this.#fit(term, [this.names])));
    const found = ranked(fits.map(({ fit }) => fit));
    return found.length ? { found, terms, partly: false, spelled: "" } : null;
  }

  async #whole(text) {
    if (this.last?.text !== text) this.last = { text, match: await this.#matched(text) };
    return this.last.match;
  }

  // All words, as written or as the beginning of one; then words that are written like those; then rows with some of them.
  async #matched(text) {
    const asked = await this.#fits(words(text));
    const found = ranked(asked.map(({ fit }) => fit));
    if (found.length) return { found, terms: words(text), partly: false, spelled: "" };
    const { words: known, skills } = await this.#spelling();
    const unknown = new Set(asked.filter(({ isKnown }) => !isKnown).map(({ term }) => term));
    const spelled = respelled(text, known, (word) => !unknown.has(word));
    const terms = words(spelled || text);
    const fits = (spelled ? await this.#fits(terms) : asked).map(({ fit }) => fit);
    const meant = spelled ? ranked(fits) : [];
    if (meant.length) return { found: meant, terms, partly: false, spelled };
    const some = ranked(fits, false);
    if (some.length) return { found: some, terms, partly: true, spelled };
    return { found: [], terms, partly: false, spelled: "", skills: nearSkills(text, skills) };
  }

  #fits(terms) {
    return Promise.all(terms.map((term) => this.#fit(term, [this.names, this.texts])));
  }

  async #fit(term, kinds) {
    const lists = await Promise.all(kinds.map((kind) => kind.like(term)));
    return { term, isKnown: lists.some((list) => list.length > 0), fit: fitOf(term, lists.flat(), this.start.count) };
  }

  // The collections, what was chosen, and in the end everything by which results can be narrowed.
  async #facets({ chosen = {} }, depth) {
    if (depth === "counts") return [this.collections, ...(this.columns ??= await this.#columns())];
    const names = Object.keys(this.start.filters).filter((name) => chosen[name]);
    return [this.collections, ...(await Promise.all(names.map((name) => this.#facet(name, chosen[name]))))];
  }

  #columns() {
    const files = Object.values(this.start.filters);
    return Promise.all(files.map(async (file) => facetOf(await this.load(file))));
  }

  // Its column, where that has come already.
  #facet(name, value) {
    return this.columns?.find((column) => column.name === name) ?? this.choices.facet(name, value);
  }

  async #spelling() {
    const { words: known, skills } = await this.load(this.start.spelling);
    return { words: Vocabulary.of(known).words, skills };
  }

  // Where the row is that results show.
  #place(row) {
    const shard = this.shardStarts.findLastIndex((start) => start <= row);
    const { file, names } = this.start.rows;
    const [value, label] = this.collections.values[this.collections.of(row)[0]];
    return { id: row, file: file.replace("{name}", names[shard]), place: row - this.shardStarts[shard], collection: { value, label } };
  }
}

// The row with which each of them begins.
const startsOf = (sizes) => {
  let next = 0;
  return sizes.map((size) => (next += size) - size);
};

// Collections lie one after the other.
const collectionsOf = ({ collections }) => {
  const starts = startsOf(collections.map(([, , size]) => size));
  const values = collections.map(([value, label]) => [value, label]);
  return { name: "collection", values, of: (row) => [starts.findLastIndex((start) => start <= row)] };
};

const facetOf = ({ name, values, rows }) => {
  const lists = unpacked(rows);
  return { name, values, of: (row) => listAt(lists, row) };
};
