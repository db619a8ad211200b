// Searches in a thread of its own, so that nobody waits for it while typing. Titles, skills and headlines come first and
// answer the first question; the texts are loaded when that answer is shown, or when nothing else answers.
import { answering } from "./asking.js";
import { Documents } from "./documents.js";
import { json } from "./loading.js";

let address = "";
let first = null;
let whole = null;
let isWhole = false;

const names = () => {
  first ??= json(address).then((data) => new Documents(data));
  return first;
};

const everything = () => {
  whole ??= names().then(async (ready) => {
    const all = new Documents(ready.data, (await json(new URL(ready.data.texts, address))).body);
    isWhole = true;
    return all;
  });
  return whole;
};

const answerTo = async (query) => {
  if (!isWhole) {
    const answer = (await names()).find(query);
    if (answer.total && !answer.spelled && !answer.partly) return { ...answer, isEarly: true };
  }
  return (await everything()).find(query);
};

const forget = () => {
  // The next question may find the network back.
  if (!isWhole) [first, whole] = [null, null];
};

answering(async (question) => {
  address = question.address;
  const ready = question.isFinishing ? everything : names;
  return question.query ? answerTo(question.query) : ready().then(() => null);
}, forget);
