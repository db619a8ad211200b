// Searches in a thread of its own, so that nobody waits for it while typing.
import { Documents } from "./documents.js";

let documents = null;

const load = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new Documents(await answer.json());
};

addEventListener("message", async ({ data: { id, address, query } }) => {
  documents ??= load(address);
  try {
    const ready = await documents;
    postMessage({ id, answer: query ? ready.find(query) : null });
  } catch (problem) {
    documents = null; // The next question may find the network back.
    postMessage({ id, problem: String(problem) });
  }
});
