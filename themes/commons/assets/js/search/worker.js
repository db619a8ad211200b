// Searches in a thread of its own, so that nobody waits for it while typing. Titles, skills and headlines come first,
// and answer until the texts are there.
import { Documents } from "./documents.js";

let first = null;
let whole = null;
let isWhole = false;

const json = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

const load = (address) => {
  const data = json(address);
  first = data.then((each) => new Documents(each));
  whole = first.then(async (ready) => {
    const { texts } = await data;
    const all = texts ? new Documents(ready.data, (await json(new URL(texts, address))).body) : ready;
    isWhole = true;
    postMessage({ isWhole });
    return all;
  });
  // Whoever asks is told; nobody else needs to be.
  whole.catch(() => {});
};

const answerTo = async (query) => {
  if (!isWhole) {
    const answer = (await first).find(query);
    if (answer.total && !answer.spelled && !answer.partly && !isWhole) return { ...answer, isEarly: true };
  }
  return (await whole).find(query);
};

addEventListener("message", async ({ data: { id, address, query } }) => {
  if (!first) load(address);
  try {
    postMessage({ id, answer: query ? await answerTo(query) : await first.then(() => null) });
  } catch (problem) {
    first = null; // The next question may find the network back.
    postMessage({ id, problem: String(problem) });
  }
});
