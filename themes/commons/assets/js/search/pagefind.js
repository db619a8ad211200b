// The engine for large hubs: Pagefind, which loads small parts of an index that the build made, in a worker of its own.
import { arrange, BEST } from "./arrange.js";
import { cardOf } from "./card-data.js";
import { excerpt, matches } from "./excerpts.js";
import { json } from "./loading.js";
import { nearSkills, respelled } from "./spelling.js";
import { Vocabulary } from "./vocabulary.js";
import { words } from "./words.js";

const VERSION = 1;
// So many letters of a word are its stem at least.
const STEM = 4;
const ENDING = 3;
// So many rows are asked for together and shown together.
const TOGETHER = 4;

const checked = (data) => {
  if (data.version !== VERSION) throw new Error(`search data of version ${data.version}`);
  return data;
};

export const open = (address) => {
  let engine = null;
  const prepare = () => {
    engine ??= PagefindEngine.open(address).catch((problem) => {
      engine = null; // The next question may find the network back.
      throw problem;
    });
    return engine;
  };
  return {
    prepare,
    async *answers(query) {
      yield* (await prepare()).answers(query);
    },
  };
};

class PagefindEngine {
  static async open(address) {
    const pagefind = await import(new URL("pagefind/pagefind.js", address).href);
    const instance = pagefind.createInstance({ baseUrl: "/" });
    await instance.init();
    return new PagefindEngine(instance, address);
  }

  constructor(instance, address) {
    this.instance = instance;
    this.address = address;
    this.loading = new Map();
  }

  // The best ones as soon as they are known; then the others by collection, for which it takes to know what every page is;
  // then the numbers beside the filters.
  async *answers({ text, ...narrowing }) {
    const { found, terms = words(text), partly = false, spelled = "" } = await this.#matches(text, words(text));
    const said = { partly, spelled, isEarly: true };
    if (!found.length) said.skills = nearSkills(text, (await this.#names()).skills);
    const rows = new Map();
    const row = (id) => {
      if (!rows.has(id)) rows.set(id, this.#row(id, terms));
      return rows.get(id);
    };
    const all = (ids) => Promise.all(ids.map(row));
    const chosen = Object.keys(narrowing.chosen ?? {});
    if (found.length && !chosen.length && !this.facets) {
      yield { ...said, total: found.length, counts: null, best: await all(found.slice(0, BEST)), groups: [] };
    }
    const answer = await this.#arranged(chosen, found, narrowing);
    const groups = answer.groups.map((group) => ({ ...group, rows: [] }));
    const shown = () => ({ ...answer, ...said, best, groups: groups.map((group) => ({ ...group, rows: [...group.rows] })) });
    const best = await all(answer.best);
    for (const [group, ids] of inParts(groups)) {
      group.rows.push(...(await all(ids)));
      yield shown();
    }
    yield { ...shown(), ...(await this.#counts(found, narrowing)), isEarly: false };
  }

  // By no more than the collections and what was chosen.
  async #arranged(chosen, found, narrowing) {
    const { places, ids, facets } = await this.#known(chosen);
    const numbers = found.map((id) => places.get(id)).filter((place) => place !== undefined);
    const answer = arrange(numbers, facets, narrowing);
    const named = (list) => list.map((place) => ids[place]);
    return { ...answer, best: named(answer.best), groups: answer.groups.map((each) => ({ ...each, ids: named(each.ids) })) };
  }

  async #counts(found, narrowing) {
    const { total, counts } = await this.#arranged(null, found, narrowing);
    return { total, counts };
  }

  // What every page is, by the name that it has in the index: its collection, and by what else results are narrowed, `null` being
  // all of that.
  async #known(chosen) {
    const data = await this.#once("facets", () => json(this.address).then(checked));
    this.facets = data;
    this.places ??= new Map(data.ids.map((id, place) => [id, place]));
    const needed = Object.keys(data.filters).filter((name) => !chosen || chosen.includes(name));
    const others = await Promise.all(needed.map((name) => this.#filter(data.filters[name])));
    return { places: this.places, ids: data.ids, facets: [...data.facets, ...others] };
  }

  async #filter(file) {
    const data = await this.#once(file, () => json(new URL(file, this.address)).then(checked));
    return data.facet;
  }

  // All words; then words that are written like those; then pages with some of them.
  async #matches(text, asked) {
    const found = await this.#search(text);
    if (found.length && (await this.#isMeant(found, asked))) return { found };
    const { known } = await this.#names();
    const unknown = await this.#unknown(asked);
    const spelled = respelled(text, known.words, (word) => !unknown.has(word));
    const meant = spelled ? await this.#search(spelled) : [];
    if (meant.length) return { found: meant, terms: words(spelled), spelled };
    if (found.length) return { found };
    const some = await this.#some(words(spelled || text));
    return { found: some, terms: words(spelled || text), partly: some.length > 0, spelled: some.length ? spelled : "" };
  }

  // The names of the pages that are found, best first.
  async #search(text) {
    // Quotes would ask for words that stand side by side, which the index doesn't know.
    const { results } = await this.instance.search(text.replaceAll('"', " "));
    return results.map(({ id }) => id);
  }

  // Pagefind takes the beginning of a word where it doesn't know the whole: "rangiaoh" would find "range".
  async #isMeant(found, asked) {
    for (const id of found.slice(1, BEST)) this.#page(id).catch(() => {}); // They will be shown next to it.
    const { title, skills, summary, body } = await this.#page(found[0]);
    const there = words([title, skills.flat().join(" "), summary, body].join(" "));
    return asked.every((word) => there.some((other) => isForm(other, word)));
  }

  // Which of the words no page has.
  async #unknown(asked) {
    const answers = await Promise.all(
      asked.map(async (word) => {
        const found = await this.#search(word);
        return !found.length || !(await this.#isMeant(found.slice(0, 1), [word])) ? word : "";
      }),
    );
    return new Set(answers.filter(Boolean));
  }

  // Pages with any of the words: those first that stand far up for many of them.
  async #some(asked) {
    if (asked.length < 2) return [];
    const points = new Map();
    for (const word of asked) {
      const found = await this.#search(word);
      found.forEach((id, rank) => points.set(id, (points.get(id) ?? 0) + 1 / (rank + 1)));
    }
    return [...points].sort(([, a], [, b]) => b - a).map(([id]) => id);
  }

  // What a result shows and why it was found.
  #page(id) {
    return this.#once(`rows/${id}`, () => json(new URL(`rows/${id}.json`, this.address)).then(checked));
  }

  async #row(id, terms) {
    const { card, body, skills, collection, ...said } = await this.#page(id);
    const [value, label] = collection;
    const isMeant = ([, ...names]) => value !== "skills" && matches(names.join(", "), terms).length > 0;
    return {
      ...cardOf(card, 0),
      ...said,
      excerpt: excerpt(body, terms),
      skills: skills.filter(isMeant).map(([slug, name]) => [slug, name]),
      collection: { value, label },
      terms,
    };
  }

  // Words of titles, skills and headlines, and the skills themselves: loaded when somebody misspells something.
  #names() {
    return this.#once("names", async () => {
      const { words: known, skills } = await json(this.address.replace("facets.", "names."));
      return { known: Vocabulary.of(known), skills };
    });
  }

  // Loaded once, unless that fails.
  #once(name, load) {
    if (!this.loading.has(name)) {
      const asked = load();
      asked.catch(() => this.loading.delete(name));
      this.loading.set(name, asked);
    }
    return this.loading.get(name);
  }
}

// A few rows of a group at a time, in the order in which they stand.
const inParts = (groups) =>
  groups.flatMap((group) => {
    const parts = [];
    for (let from = 0; from < group.ids.length; from += TOGETHER) parts.push([group, group.ids.slice(from, from + TOGETHER)]);
    return parts;
  });

// Whether one word is the other, or begins so, or has the same stem.
const isForm = (one, other) => {
  if (one.startsWith(other)) return true;
  const stem = Math.max(STEM, other.length - ENDING);
  return other.length > STEM && one.startsWith(other.slice(0, stem));
};
