// The engine for large hubs: Pagefind, which loads small parts of an index that the build made, in a worker of its own.
import { arrange } from "./arrange.js";
import { excerpt, matches } from "./excerpts.js";
import { nearSkills, respelled } from "./spelling.js";
import { Vocabulary } from "./vocabulary.js";
import { words } from "./words.js";

const VERSION = 1;
// Stands between the parts of a page that the build gave to Pagefind.
const BAR = "\u241e";
// So many letters of a word are its stem at least.
const STEM = 4;
const ENDING = 3;

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
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
    find: async (query) => (await prepare()).find(query),
    finish: async () => (await prepare()).finish(),
  };
};

class PagefindEngine {
  static async open(address) {
    const [data, pagefind] = await Promise.all([
      json(address),
      import(new URL("pagefind/pagefind.js", address).href),
    ]);
    const instance = pagefind.createInstance({ baseUrl: "/" });
    await instance.init();
    return new PagefindEngine(data, instance, address);
  }

  constructor(data, instance, address) {
    if (data.version !== VERSION) throw new Error(`facets of version ${data.version}`);
    this.data = data;
    this.instance = instance;
    this.address = address;
    this.places = new Map(data.ids.map((id, place) => [id, place]));
    this.collections = data.facets.find((facet) => facet.name === "collection");
    this.fragments = new Map();
  }

  // The choices that only filters need, which the first results don't wait for.
  finish() {
    this.filters ??= json(new URL(this.data.filters, this.address)).then(({ facets }) => {
      this.data.facets.push(...facets);
      this.isWhole = true;
    });
    return this.filters;
  }

  async find({ text, ...narrowing }) {
    if (Object.keys(narrowing.chosen ?? {}).some((name) => name !== "collection")) await this.finish();
    const asked = words(text);
    const { found, terms = asked, partly = false, spelled = "" } = await this.#matches(text, asked);
    const answer = arrange(found, this.data.facets, narrowing);
    const row = (place) => this.#row(place, terms);
    const groups = answer.groups.map(async ({ ids, ...group }) => ({ ...group, rows: await Promise.all(ids.map(row)) }));
    return {
      ...answer,
      isEarly: !this.isWhole,
      partly,
      spelled,
      best: await Promise.all(answer.best.map(row)),
      groups: await Promise.all(groups),
      ...(found.length ? {} : { skills: nearSkills(text, (await this.#names()).skills) }),
    };
  }

  // All words; then words that are written like those; then pages with some of them.
  async #matches(text, asked) {
    const found = await this.#search(text);
    if (found.length && (await this.#isMeant(found[0], asked))) return { found };
    const { known } = await this.#names();
    const unknown = await this.#unknown(asked);
    const spelled = respelled(text, known.words, (word) => !unknown.has(word));
    const meant = spelled ? await this.#search(spelled) : [];
    if (meant.length) return { found: meant, terms: words(spelled), spelled };
    if (found.length) return { found };
    const some = await this.#some(words(spelled || text));
    return { found: some, terms: words(spelled || text), partly: some.length > 0, spelled: some.length ? spelled : "" };
  }

  // The places of what is found, best first.
  async #search(text) {
    const { results } = await this.instance.search(text);
    for (const { id, data } of results) this.fragments.set(this.places.get(id), data);
    return results.map(({ id }) => this.places.get(id)).filter((place) => place !== undefined);
  }

  // Pagefind takes the beginning of a word where it doesn't know the whole: "rangiaoh" would find "range".
  async #isMeant(place, asked) {
    const { title, skills, summary, body } = await this.#parts(place);
    const there = words([title, skills, summary, body].join(" "));
    return asked.every((word) => there.some((other) => isForm(other, word)));
  }

  // Which of the words no page has.
  async #unknown(asked) {
    const answers = await Promise.all(
      asked.map(async (word) => {
        const [first] = await this.#search(word);
        return first === undefined || !(await this.#isMeant(first, [word])) ? word : "";
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
      found.forEach((place, rank) => points.set(place, (points.get(place) ?? 0) + 1 / (rank + 1)));
    }
    return [...points].sort(([, a], [, b]) => b - a).map(([place]) => place);
  }

  async #parts(place) {
    const { content, meta, url } = await this.fragments.get(place)();
    const [head, summary = "", body = ""] = content.split(BAR).map((part) => part.trim());
    const title = meta.title;
    return { url, title, skills: head.slice(title.length).replace(/^[.\s]+/u, ""), summary, body };
  }

  async #row(place, terms) {
    const { url, title, skills, summary, body } = await this.#parts(place);
    const [value, label] = this.collections.values[this.collections.rows[place][0]];
    const named = value === "skills" || !skills ? [] : skills.split(" · ");
    return {
      url: url.replace(/^\/+/u, ""),
      title,
      lang: this.data.lang?.[place] ?? "",
      summary,
      excerpt: excerpt(body, terms),
      skills: named.filter((names) => matches(names, terms).length).map((names) => names.split(", ")[0]),
      collection: { value, label },
      terms,
    };
  }

  // Words of titles, skills and headlines, and the skills themselves: loaded when somebody misspells something.
  #names() {
    this.names ??= json(this.address.replace("facets.", "names.")).then(({ words: known, skills }) => ({
      known: Vocabulary.of(known),
      skills,
    }));
    return this.names;
  }
}

// Whether one word is the other, or begins so, or has the same stem.
const isForm = (one, other) => {
  if (one.startsWith(other)) return true;
  const stem = Math.max(STEM, other.length - ENDING);
  return other.length > STEM && one.startsWith(other.slice(0, stem));
};
