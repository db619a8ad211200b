// The hub's search, whichever engine it has: { prepare(), answers({ text, chosen, limit }) }. `answers` gives one answer after the
// other to the same question, each better than the one before; the last one isn't `isEarly`.

const ENGINES = {
  minisearch: () => import("./minisearch.js"),
  index: () => import("./index.js"),
};
let opened = null;

// The page's template of class `search-kit` names the engine and where its data is, and holds the words of the interface.
export const kit = () => document.querySelector("template.search-kit");

// Opened when somebody first searches, and once for a page.
export const openEngine = async () => {
  const { engine, address } = kit().dataset;
  opened ??= ENGINES[engine]().then((module) => module.open(new URL(address, location.href).href));
  return opened;
};

// While a hub is edited its preview says so with this event: what is loaded is the hub as it was.
export const EDITED = "edited";

document.addEventListener(EDITED, () => {
  opened?.then((engine) => engine.close?.(), () => {});
  opened = null;
});

// Answers in the order of the questions: one that comes too late is left out.
export const asker = (show, fail) => {
  let last = 0;
  let asked = null;
  document.addEventListener(EDITED, () => asked && ask(asked));
  const ask = async (query) => {
    last += 1;
    const mine = last;
    asked = query;
    if (!query) {
      show(null, query);
      return;
    }
    try {
      const engine = await openEngine();
      for await (const answer of engine.answers(query)) {
        if (mine !== last) return;
        show(answer, query);
      }
    } catch (problem) {
      if (mine === last) fail(problem);
    }
  };
  return ask;
};
