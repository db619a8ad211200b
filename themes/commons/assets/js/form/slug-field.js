// The name of the file: suggested by the answers until somebody types another one.
"use strict";

import { fill } from "../words.js";
import { slugProblem, suggestedSlug } from "./slug.js";

const asText = (answer) => (Array.isArray(answer) ? answer.join(" ") : typeof answer === "string" ? answer : "");

// What the answers suggest: the title, or whoever lends it (`members/ada`), or all that is needed together.
export const slugFor = (answers, [title, lender], namedAlsoBy) => {
  const found = suggestedSlug(asText(answers[title])) || suggestedSlug(asText(answers[lender]).split("/").at(-1));
  if (found) return found;
  return suggestedSlug(namedAlsoBy.map((name) => asText(answers[name])).join(" "));
};

const taken = async (form) => {
  const address = form.dataset.names.replace("{collection}", form.dataset.collection);
  const answer = await fetch(address).catch(() => null);
  const rows = answer?.ok ? await answer.json() : [];
  return new Set(rows.map(([slug]) => slug));
};

export const makeSlug = (form, words, changed) => {
  const input = form.querySelector("#form-slug");
  const note = form.querySelector("#form-slug-problem");
  const lists = (name) => form.dataset[name].split(" ").filter(Boolean);
  let own = "";
  let known = null;

  const problem = async () => {
    const slug = input.value.trim();
    const found = slugProblem(slug);
    if (found) return words[found];
    known ??= await taken(form);
    return known.has(slug) ? fill(form.dataset.taken, { name: slug }) : "";
  };

  const judge = async () => {
    const text = await problem();
    note.textContent = text;
    note.hidden = !text;
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    return text;
  };

  input.addEventListener("input", () => {
    own = input.value.trim();
    changed();
    if (!note.hidden) judge();
  });
  input.addEventListener("blur", () => input.value && judge());

  return {
    judge,
    own: () => own,
    value: () => input.value.trim(),
    set: (name) => {
      own = input.value = name;
      note.hidden = true;
    },
    follow: (answers) => {
      if (own) return;
      const suggested = slugFor(answers, lists("namedBy"), lists("namedAlsoBy"));
      if (suggested !== input.value) {
        input.value = suggested;
        note.hidden = true;
        input.removeAttribute("aria-invalid");
      }
    },
  };
};
