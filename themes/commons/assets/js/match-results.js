// The list of those who fit: cards with the reasons, those without a free place behind, and a way on when there is nobody.
"use strict";

import { makeCard } from "./cards.js";
import { entryAt, isThere, loadRows } from "./finder-parts.js";
import { matches, withoutHelp } from "./match.js";
import { namesIn, reasonsFor } from "./reasons.js";
import { siteRoot } from "./root.js";
import { noWishes, writeWishes } from "./wishes.js";
import { fill, plural } from "./words.js";

const AT_ONCE = 24;
// The wishes that can leave nobody over, and the fields in which they stand.
const STRICT = { name: "named", skills: "want", languages: "speak", placesOnly: "places" };

// Shows what fits in the page, as long as that is asked for, and gives how many that are. `relax` takes back the wishes of a field,
// `fail` says that some cards can't be had.
export const showMatches = async (market, wishes, { words, relax, isCurrent, fail }) => {
  const found = matches(market, wishes, Date.now());
  const open = found.filter((each) => !each.standsBack);
  const waiting = found.filter((each) => each.standsBack);
  const problem = await coming(market, [...open.slice(0, AT_ONCE), ...waiting.slice(0, AT_ONCE)]);
  if (isCurrent()) {
    const heading = document.querySelector(".match-count");
    heading.textContent = found.length ? plural(words.count, found.length) : words.none;
    const tools = { words, fail };
    const parts = found.length ? lists(market, { open, waiting }, wishes, tools) : [wayOn(market, wishes, words, relax)];
    document.querySelector(".match-found").replaceChildren(...unheard(market, wishes, words), ...parts);
    if (problem) fail(problem);
  }
  return found.length;
};

// Until their cards can be made; gives what went wrong.
const coming = (market, fits) => loadRows(market.data, fits.map(({ row }) => row)).catch((problem) => problem);

const lists = (market, { open, waiting }, wishes, tools) => {
  const parts = [];
  if (open.length) parts.push(list(market, open, wishes, tools));
  if (waiting.length) parts.push(made("h2", "match-waiting", tools.words.waiting), list(market, waiting, wishes, tools));
  return parts;
};

// A list of the first ones, which are there, and a button for more.
const list = (market, found, wishes, { words, fail }) => {
  const cards = made("ol", "cards match-cards");
  const more = made("button", "button button-quiet match-more", words.more);
  more.type = "button";
  const parts = document.createDocumentFragment();
  parts.append(cards, more);
  let shown = 0;
  const grow = () => {
    const fits = found.slice(shown, shown + AT_ONCE);
    const next = fits.filter(({ row }) => isThere(market.data, row)).map((fit) => itemFor(market, fit, wishes, words));
    cards.append(...next);
    document.dispatchEvent(new CustomEvent("dates", { detail: next }));
    shown += fits.length;
    if (shown >= found.length) more.remove();
    return next[0];
  };
  grow();
  let isWaiting = false;
  more.addEventListener("click", async () => {
    if (isWaiting) return;
    isWaiting = true;
    const problem = await coming(market, found.slice(shown, shown + AT_ONCE));
    isWaiting = false;
    if (problem) fail(problem);
    grow()?.querySelector("a").focus();
  });
  return parts;
};

const itemFor = (market, fit, wishes, words) => {
  const row = entryAt(market.data, fit.row);
  const item = document.createElement("li");
  item.append(
    makeCard(document.querySelector("template.card-specimen"), {
      ...row,
      url: `${row.url}#${writeWishes(wishes)}`,
      chips: chipsFor(market, row, fit),
      reasons: reasonsFor(fit, reasonWords(words), namesIn(market)),
    }),
  );
  return item;
};

// What is wished for comes first, also when the card itself would leave it out.
const chipsFor = (market, row, fit) => {
  const address = (slug) => new URL(market.data.skillUrl.replace("{slug}", slug), siteRoot()).href;
  const met = fit.offers.map((slug) => ({ slug, label: namesIn(market).skill(slug), url: address(slug), relation: "offers", match: true }));
  const rest = row.chips.filter((chip) => !(chip.relation === "offers" && fit.offers.includes(chip.slug)));
  return [...met, ...rest].slice(0, Math.max(row.chips.length, met.length));
};

// The messages of reasons stand in attributes such as `data-reason-no-hours`.
export const reasonWords = (words) =>
  Object.fromEntries(
    Object.entries(words)
      .filter(([name]) => name.startsWith("reason"))
      .map(([name, text]) => [name[6].toLowerCase() + name.slice(7), text]),
  );

// What nobody offers: said, with the way to the skill's page.
const unheard = (market, wishes, words) =>
  withoutHelp(market, wishes.skills).map((slug) => {
    const skill = namesIn(market).skill(slug);
    const note = made("p", "notice match-unheard");
    const link = made("a", "", fill(words.nobodyMore, { skill }));
    link.href = new URL(market.data.skillUrl.replace("{slug}", slug), siteRoot()).href;
    const text = document.createElement("span");
    text.append(fill(words.nobody, { skill }), " ", link);
    note.append(text);
    return note;
  });

// Each strict wish with how many there are without it.
const wayOn = (market, wishes, words, relax) => {
  const place = made("div", "match-nobody");
  const ways = Object.entries(STRICT).map(([wish, field]) => way(market, wishes, wish, { field, words, relax }));
  const useful = ways.filter(Boolean);
  if (useful.length) {
    const hint = made("p", "", words.noneHint);
    const actions = made("ul", "match-ways");
    actions.append(...useful);
    place.append(hint, actions);
  }
  return place;
};

const way = (market, wishes, wish, { field, words, relax }) => {
  const empty = noWishes()[wish];
  if (String(wishes[wish]) === String(empty)) return null;
  const count = matches(market, { ...wishes, [wish]: empty }, Date.now()).length;
  if (!count) return null;
  const message = { name: words.withoutName, skills: words.withoutSkills, languages: words.withoutLanguages, placesOnly: words.withoutPlaces }[wish];
  const button = made("button", "button button-quiet", plural(message, count));
  button.type = "button";
  button.addEventListener("click", () => relax(field));
  const item = document.createElement("li");
  item.append(button);
  return item;
};

const made = (name, className, text = "") => {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
};
