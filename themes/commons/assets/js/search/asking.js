// A worker that is asked one thing after the other: { ask(question), close() }. What it can't answer is an error.

export const askingWorker = (url) => {
  const worker = new Worker(url, { type: "module" });
  const waiting = new Map();
  let last = 0;

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

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, ...question });
      }),
    close: () => worker.terminate(),
  };
};

// The other end: `answer(question)` is a promise, `forget()` is called when it fails.
export const answering = (answer, forget = () => {}) =>
  addEventListener("message", async ({ data: { id, ...question } }) => {
    try {
      postMessage({ id, answer: await answer(question) });
    } catch (problem) {
      forget();
      postMessage({ id, problem: String(problem) });
    }
  });
