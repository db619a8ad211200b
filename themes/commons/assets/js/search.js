// Search over the whole hub: loads the words of all pages when somebody first asks for one, and finds them by beginning.
"use strict";

(() => {
  const place = document.querySelector(".search");
  if (!place) return;
  const form = place.querySelector("form");
  const field = form.elements.q;
  const status = place.querySelector(".search-status");
  const dataAddress = new URL(place.dataset.url, location.href);
  const root = new URL("..", dataAddress);
  const onDisk = location.protocol === "file:";
  const SHOWN = 50;
  let entries = null;

  // Accents and case don't count: "jose" finds José.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  const words = (text) => fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];

  const prepared = (entry) => ({
    entry,
    parts: [[words(entry.t), 8], [words(entry.k ?? ""), 4], [words(entry.s ?? ""), 2], [words(entry.b ?? ""), 1]],
    title: fold(entry.t),
  });

  const load = async () => {
    if (entries) return entries;
    if (onDisk) throw new Error("a page on a disk may not read other files");
    const answer = await fetch(dataAddress);
    if (!answer.ok) throw new Error(String(answer.status));
    entries = (await answer.json()).entries.map(prepared);
    return entries;
  };

  // All words must be there; where the best place of each is decides the order.
  const score = (document, wanted) => {
    let total = 0;
    for (const word of wanted) {
      let best = 0;
      for (const [held, weight] of document.parts) {
        if (weight > best && held.some((each) => each.startsWith(word))) {
          best = weight + (held.includes(word) ? weight / 2 : 0);
        }
      }
      if (!best) return 0;
      total += best;
    }
    return total;
  };

  const find = (wanted) =>
    entries
      .map((document) => [score(document, wanted), document])
      .filter(([points]) => points > 0)
      .sort(([a, left], [b, right]) => b - a || left.title.localeCompare(right.title))
      .map(([, document]) => document.entry);

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const result = (entry) => {
    const item = element("li", "search-result");
    const title = element("h2");
    const link = element("a", "", entry.t);
    link.href = new URL(entry.u, root).href;
    title.append(link);
    item.append(element("p", "quiet", entry.c), title);
    if (entry.s) item.append(element("p", "card-summary", entry.s));
    return item;
  };

  const show = (found) => {
    place.querySelector(".search-results")?.remove();
    if (!found.length) return;
    const list = element("ol", "search-results");
    list.append(...found.slice(0, SHOWN).map(result));
    place.append(list);
  };

  const say = (text) => {
    status.textContent = text;
  };

  const search = async () => {
    const wanted = words(field.value);
    if (!wanted.length || wanted.join("").length < 2) {
      show([]);
      say(field.value ? place.dataset.hint : "");
      return;
    }
    try {
      await load();
    } catch {
      show([]);
      say(onDisk ? place.dataset.local : place.dataset.failed);
      return;
    }
    // What was typed while the data came is what counts.
    const found = find(words(field.value));
    show(found);
    say(found.length ? place.dataset.count.replace("{n}", found.length.toLocaleString(document.documentElement.lang)) : place.dataset.none);
  };

  const remember = () => {
    const address = new URL(location.href);
    address.searchParams.set("q", field.value);
    history.replaceState(null, "", address);
  };

  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    search();
  });

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
})();
