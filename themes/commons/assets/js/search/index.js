// The engine for large hubs: the build made an index, of which a worker loads the parts that a question needs (docs/search-index.md).
import { askingWorker } from "./asking.js";
import { cardOf } from "./card-data.js";
import { excerpt, matches } from "./excerpts.js";
import { checkedJson, once } from "./loading.js";

export const open = (address) => {
  const worker = askingWorker(new URL("./index-worker.js", import.meta.url));
  const load = once((file) => checkedJson(new URL(file, address)));
  return {
    close: worker.close,
    prepare: () => worker.ask({ address }),
    async *answers(query) {
      const rows = rowsOf(load);
      for (const depth of ["names", "texts"]) {
        const answer = await worker.ask({ address, query, depth });
        if (answer) yield* growing(answer, rows);
      }
      const { best, groups, terms, ...answer } = await worker.ask({ address, query, depth: "counts" });
      const filled = groups.map(async ({ found, ...group }) => ({ ...group, rows: await rows(found, terms) }));
      yield { ...answer, best: await rows(best, terms), groups: await Promise.all(filled), isEarly: false };
    },
  };
};

// The best rows as soon as they are there, then the others, group by group.
async function* growing({ best, groups, terms, ...answer }, rows) {
  const shown = { ...answer, best: await rows(best, terms), groups: [], isEarly: true };
  yield shown;
  const coming = groups.map(({ found }) => rows(found, terms));
  for (const [place, { found, ...group }] of groups.entries()) {
    shown.groups = [...shown.groups, { ...group, rows: await coming[place] }];
    yield { ...shown };
  }
}

// Gives rows for what the worker found: for the same one and the same terms always the same object.
const rowsOf = (load) => {
  const known = new Map();
  return (found, terms) =>
    Promise.all(
      found.map((each) => {
        const name = [each.id, ...terms].join(" ");
        if (!known.has(name)) known.set(name, rowOf(each, terms, load));
        return known.get(name);
      }),
    );
};

// What a result shows and why it was found.
const rowOf = async ({ file, place, collection }, terms, load) => {
  const { card, ...columns } = await load(file);
  const isMeant = ([, ...names]) => collection.value !== "skills" && matches(names.join(", "), terms).length > 0;
  return {
    ...cardOf(card, place),
    url: columns.url[place],
    title: columns.title[place],
    lang: columns.lang[place],
    summary: columns.summary[place],
    excerpt: excerpt(columns.body[place], terms),
    skills: columns.meant[place].filter(isMeant).map(([slug, name]) => [slug, name]),
    collection,
    terms,
  };
};
