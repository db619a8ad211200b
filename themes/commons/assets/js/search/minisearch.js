// The engine for hubs whose documents are small: a worker loads and searches all of them.
import { askingWorker } from "./asking.js";
import { cardOf } from "./card-data.js";
import { json } from "./loading.js";

export const open = (address) => {
  const worker = askingWorker(new URL("./worker.js", import.meta.url));
  const ask = (query, isFinishing = false) => worker.ask({ address, query, isFinishing });
  let cards = null;

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
    close: worker.close,
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
