// What a large directory keeps in files of their own (docs/finder-data.md), loaded when it is needed. A small directory has all of it
// in its data: whoever asks for more has it at once.

import { loadFinder, rowAt } from "./finder-data.js";
import { listAt, unpacked } from "./finder-steps.js";
import { remembered } from "./remembered.js";
import { siteRoot } from "./root.js";

const load = (path) => loadFinder(new URL(path, siteRoot()));

// By number the shards that are there.
const shardsOf = remembered(() => new Map());

const shardAt = ({ shards }, row) => shards.starts.findLastIndex((start) => start <= row);

// Whether all that the row's card shows is there.
export const isThere = (data, row) => !data.shards || shardsOf(data).has(shardAt(data, row));

// What `makeCard` takes for the row of that number, which must be there.
export const entryAt = (data, row) => {
  if (!data.shards) return rowAt(data, row);
  const shard = shardAt(data, row);
  return rowAt(shardsOf(data).get(shard), row - data.shards.starts[shard]);
};

// Loads what the rows' cards show. If something of it can't be had, that is said when everything else is there.
export const loadRows = async (data, rows) => {
  const missing = new Set(rows.filter((row) => !isThere(data, row)).map((row) => shardAt(data, row)));
  if (!missing.size) return;
  const answers = await Promise.allSettled([...missing].map((shard) => loadShard(data, shard)));
  const failure = answers.find(({ status }) => status === "rejected");
  if (failure) throw failure.reason;
};

const loadShard = async (data, shard) => {
  const columns = await load(data.shards.url.replace("{name}", data.shards.names[shard]));
  shardsOf(data).set(shard, { ...columns, url: data.url, skillUrl: data.skillUrl });
};

// Loads a whole column into the data.
export const loadColumn = async (data, name) => {
  const path = data.columns?.[name];
  if (path && !data[name]) data[name] = (await load(path))[name];
};

// Words of a large directory that may begin like this one, with the rows of those who have them: [[word, rows]].
export const drawerFor = async (data, start) => {
  const drawer = start.codePointAt(0) % data.words.drawers;
  return listed(await load(data.words.url.replace("{drawer}", drawer)));
};

const listed = remembered(({ words, rows }) => {
  const lists = unpacked(rows);
  return words.map((word, place) => [word, listAt(lists, place)]);
});
