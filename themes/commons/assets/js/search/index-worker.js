// Searches a large hub's index in a thread of its own, so that nobody waits for it while typing.
import { answering } from "./asking.js";
import { Index } from "./index-search.js";
import { once } from "./loading.js";

const opened = once((address) => Index.open(address));

answering(async ({ address, query, depth }) => {
  const index = await opened(address);
  return query ? index.answer(query, depth) : null;
});
