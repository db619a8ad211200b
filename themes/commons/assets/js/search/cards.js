// A result as the card that its collection's lists show, with the words for which it was found marked.
import { makeCard } from "../cards.js";
import { siteRoot } from "../root.js";
import { addressOf, element, marked, markIn } from "./elements.js";
import { matches } from "./excerpts.js";
import { specimensOf } from "./specimens.js";

const CHIPS = 4;
const WITH_WORDS = ".card-title a, .card-summary, .card-facts dd, .chip";

// How a list of the collection's cards reads best; empty where the theme has no card for it.
export const layoutOf = (collection) => specimensOf(collection)?.dataset.layout ?? "";

export const resultCard = (row) => {
  const template = specimensOf(row.collection.value);
  if (!template) return null;
  const card = makeCard(template, { ...row, url: addressOf(row), chips: chipsOf(row) });
  for (const part of card.querySelectorAll(WITH_WORDS)) markIn(part, row.terms);
  for (const chip of card.querySelectorAll(".chip")) markMeant(chip, row);
  addExcerpt(card, row);
  return card;
};

// Those for which it was found come first, also when the card itself would leave them out.
const chipsOf = ({ chips, skills, skillUrl }) => {
  const meant = new Set(skills.map(([slug]) => slug));
  const own = new Set(chips.map(({ slug }) => slug));
  const others = skills
    .filter(([slug]) => !own.has(slug))
    .map(([slug, label]) => ({ label, url: new URL(skillUrl.replace("{slug}", slug), siteRoot()).href, relation: "about" }));
  const first = [...chips.filter(({ slug }) => meant.has(slug)), ...others];
  return [...first, ...chips.filter(({ slug }) => !meant.has(slug))].slice(0, CHIPS);
};

// A skill that was found by one of its other names is meant as a whole.
const markMeant = (chip, { skills }) => {
  const label = chip.lastChild;
  if (chip.querySelector("mark") || !skills.some(([, name]) => name === label?.data)) return;
  label.replaceWith(element("mark", "", label.data));
};

const addExcerpt = (card, row) => {
  if (!row.excerpt || saysAll(card, row.terms)) return;
  const excerpt = element("p", "card-excerpt", marked(row.excerpt, row.terms));
  excerpt.dir = "auto";
  if (row.lang) excerpt.lang = row.lang;
  const text = card.querySelector(".card-text") ?? card;
  text.insertBefore(excerpt, text.querySelector(".card-facts"));
};

// Whether the card shows all the words already.
const saysAll = (card, terms) => {
  const said = [...card.querySelectorAll(WITH_WORDS)].map((part) => part.textContent).join(" · ");
  return terms.every((term) => matches(said, [term]).length > 0);
};
