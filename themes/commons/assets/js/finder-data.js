// A directory's finder data (docs/finder-data.md): loaded once, when somebody first asks, and read row by row.

import { siteRoot } from "./root.js";

const loading = new Map();

// While a hub is edited its preview says so.
document.addEventListener("edited", () => loading.clear());

// The file of that address, the data or a part of it; the same promise however often it is asked for, unless loading failed.
export const loadFinder = (address) => {
  const url = new URL(address, location.href).href;
  if (!loading.has(url)) {
    const asked = fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
      return answer.json();
    });
    asked.catch(() => loading.delete(url));
    loading.set(url, asked);
  }
  return loading.get(url);
};

const RELATIONS = ["about", "offers", "seeks"];

// What `makeCard` takes for the row of that number.
export const rowAt = (data, row) => ({
  url: address(data.url.replace("{slug}", data.slug[row])),
  title: data.title[row],
  lang: data.lang?.[row] ?? "",
  summary: data.summary?.[row] ?? "",
  picture: pictureAt(data, row),
  avatar: avatarAt(data, row),
  leaf: leafOf(data.leaf?.[row]),
  chips: (data.chips?.[row] ?? []).map((code) => chip(data, code)),
  facts: decoded(data.facts, row).map(([label, ...texts]) => ({ label, texts })),
  start: moment(data.start?.[row]),
  end: data.end?.[row] ?? "",
  later: (data.later?.[row] ?? []).map(([end, start, leaf]) => ({ end, start: moment(start), leaf: leafOf(leaf) })),
  badges: decoded(data.badges, row),
  dimmed: Boolean(data.dimmed?.[row]),
});

let root = "";

const address = (path) => {
  root ||= siteRoot().href;
  return root + path;
};

// A column whose values are listed once, for one row.
const decoded = (column, row) => (column ? column.rows[row].map((place) => column.values[place]) : []);

const pictureAt = (data, row) => {
  const picture = data.picture?.[row];
  if (!picture) return null;
  const [src, width, height, alt] = picture;
  return { src: address(src), width, height, alt };
};

const avatarAt = (data, row) => {
  const avatar = data.avatar?.[row];
  return avatar ? { initials: avatar[0], pattern: avatar[1] } : null;
};

const leafOf = (leaf) => (leaf ? { month: leaf[0], day: leaf[1], weekday: leaf[2] } : null);

const chip = (data, code) => {
  const [slug, label] = data.skills[Math.floor(code / 4)];
  return { slug, label, url: address(data.skillUrl.replace("{slug}", slug)), relation: RELATIONS[code % 4] };
};

const moment = (start) => (start ? { iso: start[0], text: start[1], zone: start[2] } : null);
