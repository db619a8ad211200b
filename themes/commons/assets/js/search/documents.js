// A hub's search documents, indexed and searched in this thread: the MiniSearch engine behind its worker.
import MiniSearch from "../vendor/minisearch.js";
import { arrange } from "./arrange.js";
import { excerpt, matches } from "./excerpts.js";
import { nearSkills, respelled } from "./spelling.js";
import { Vocabulary } from "./vocabulary.js";
import { words } from "./words.js";

const VERSION = 1;
// What something is called and can do says more of it than what it tells.
const OPTIONS = {
  fields: ["title", "skills", "summary", "body"],
  storeFields: ["isSkill"],
  processTerm: (term) => term,
  searchOptions: {
    tokenize: words,
    // Who writes the name of a skill looks for its page, where everybody is who has it.
    boostDocument: (_, __, { isSkill }) => (isSkill ? 2 : 1),
    boost: { title: 6, skills: 4, summary: 2, body: 1 },
    prefix: (term) => term.length > 1,
    weights: { prefix: 0.6, fuzzy: 0 },
  },
};

export class Documents {
  // `texts`: what the pages say beside title, skills and headline; empty while it is still on its way.
  constructor(data, texts = []) {
    if (data.version !== VERSION) throw new Error(`documents of version ${data.version}`);
    this.data = data;
    this.texts = texts;
    this.facets = data.facets.map((facet) => ({ ...facet, of: (id) => facet.rows[id] }));
    this.skills = this.facets.find((facet) => facet.name === "skill");
    this.collections = this.facets.find((facet) => facet.name === "collection");
    this.vocabulary = new Vocabulary();
    this.names = new Vocabulary();
    this.index = new MiniSearch({ ...OPTIONS, tokenize: (text, field) => this.#tokens(text, field) });
    this.index.addAll(data.url.map((_, id) => this.#document(id)));
  }

  // The answer to { text, chosen, limit }: see docs/architecture.md, "Search".
  find({ text, ...narrowing }) {
    const asked = words(text);
    const { found, partly = false, spelled = "" } = this.#matches(text);
    const terms = new Map(found.map((each) => [each.id, each.terms]));
    const answer = arrange(found.map((each) => each.id), this.facets, narrowing);
    const row = (id) => this.#row(id, terms.get(id), asked);
    return {
      ...answer,
      partly,
      spelled,
      best: answer.best.map(row),
      groups: answer.groups.map(({ ids, ...group }) => ({ ...group, rows: ids.map(row) })),
      ...(found.length ? {} : { skills: nearSkills(text, this.#skillList()) }),
    };
  }

  // All words, as written or as the beginning of one; then words that are written like those; then pages with some of them.
  #matches(text) {
    const found = this.index.search(text, { combineWith: "AND" });
    if (found.length) return { found };
    const spelled = respelled(text, this.names.words, (word) => this.vocabulary.has(word));
    const meant = spelled ? this.index.search(spelled, { combineWith: "AND" }) : [];
    if (meant.length) return { found: meant, spelled };
    const some = this.index.search(spelled || text, { combineWith: "OR" });
    return { found: some, partly: some.length > 0, spelled: some.length ? spelled : "" };
  }

  #tokens(text, field) {
    const found = this.vocabulary.add(words(text));
    return field === "body" ? found : this.names.add(found);
  }

  #document(id) {
    const { title, summary } = this.data;
    const isSkill = this.#isSkill(id);
    return { id, isSkill, title: title[id], skills: this.#skillWords(id), summary: summary[id], body: this.texts[id] ?? "" };
  }

  #isSkill(id) {
    return this.collections.values[this.collections.of(id)[0]][0] === "skills";
  }

  #skillWords(id) {
    const named = this.skills.of(id).map((place) => this.skills.values[place]);
    // A skill's own page has its name as its title.
    return named
      .flatMap(([slug, name]) => [this.#isSkill(id) ? "" : name, ...(this.data.aliases[slug] ?? [])])
      .join(", ");
  }

  #row(id, terms, asked) {
    const { url, title, lang, summary } = this.data;
    const marked = [...new Set([...terms, ...asked])];
    const [value, label] = this.collections.values[this.collections.of(id)[0]];
    return {
      id,
      url: url[id],
      title: title[id],
      lang: lang?.[id] ?? "",
      summary: summary[id],
      excerpt: excerpt(this.texts[id] ?? "", marked),
      skills: this.#skillsMeant(id, value, marked),
      collection: { value, label },
      terms: marked,
    };
  }

  // The skills for which the page was found: [slug, name], ...
  #skillsMeant(id, collection, terms) {
    if (collection === "skills") return [];
    const named = this.skills.of(id).map((place) => this.skills.values[place]);
    const isMeant = ([slug, name]) => matches([name, ...(this.data.aliases[slug] ?? [])].join(", "), terms).length > 0;
    return named.filter(isMeant);
  }

  // Every skill with its names, and how many have it.
  #skillList() {
    const often = new Map();
    for (const row of this.skills.rows) for (const place of row) often.set(place, (often.get(place) ?? 0) + 1);
    return this.data.url.flatMap((url, id) => {
      if (!this.#isSkill(id)) return [];
      const place = this.skills.of(id)[0];
      const [slug, label] = this.skills.values[place];
      return [[label, url, [label, ...(this.data.aliases[slug] ?? [])], often.get(place)]];
    });
  }
}
