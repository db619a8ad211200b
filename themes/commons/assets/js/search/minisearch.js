// The engine for hubs whose documents are small: a worker loads and searches all of them.
import { cardOf } from "./card-data.js";
import { json } from "./loading.js";

export const open = (address) => {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  let last = 0;
  let cards = null;

  worker.addEventListener("message", ({ data: { id, answer, problem } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (problem) reject(new Error(problem));
    else resolve(answer);
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });

  const ask = (query, isFinishing = false) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, address, query, isFinishing });
    });

  // How results look, which the worker needn't know.
  const loadCards = () => {
    cards ??= json(address.replace("documents.", "cards.")).catch((problem) => {
      cards = null; // The next question may find the network back.
      throw problem;
    });
    return cards;
  };

  const dressed = async (asked) => {
    const [answer, columns] = await Promise.all([asked, loadCards()]);
    const rows = (list) => list.map((row) => ({ ...cardOf(columns, row.id), ...row }));
    return { ...answer, best: rows(answer.best), groups: answer.groups.map((group) => ({ ...group, rows: rows(group.rows) })) };
  };

  return {
    close: () => worker.terminate(),
    prepare: () => Promise.all([ask(null), loadCards()]),
    async *answers(query) {
      const answer = await dressed(ask(query));
      yield answer;
      if (!answer.isEarly) return;
      await ask(null, true);
      yield await dressed(ask(query));
    },
  };
};
