// What there is to choose from while one types: the hub's own entries, and the world's codes. Loaded when somebody first comes to such a field.
"use strict";

import { fold } from "./judge.js";

const loading = new Map();

const json = (address) => {
  if (!loading.has(address)) {
    const asked = fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`))));
    asked.catch(() => loading.delete(address));
    loading.set(address, asked);
  }
  return loading.get(address);
};

const CODES = new Set(["zones", "languages", "countries", "licenses"]);
const TYPES = { languages: "language", countries: "region" };

export const isCode = (what) => CODES.has(what);

// The world's codes: {zones, languages, otherLanguages, countries, licenses}.
export const loadCodes = (form) => json(form.dataset.codes);

const speller = (what, lang) => {
  if (!TYPES[what]) return () => "";
  const names = new Intl.DisplayNames([lang], { type: TYPES[what], fallback: "none" });
  return (code) => names.of(code) ?? "";
};

const codeOptions = async (form, what) => {
  const codes = (await loadCodes(form))[what];
  const [here, english] = [speller(what, document.documentElement.lang), speller(what, "en")];
  // What has no name here, or there, can be typed all the same.
  const named = TYPES[what] ? codes.filter(english) : codes;
  return named.map((code) => {
    const label = here(code) || code;
    return { slug: code, label, names: [...new Set([label, code, english(code)])].filter(Boolean), note: label === code ? "" : code };
  });
};

const entryOptions = async (form, collections) => {
  const lists = await Promise.all(collections.map((each) => json(form.dataset.names.replace("{collection}", each)).catch(() => [])));
  return lists.flatMap((rows, place) =>
    rows.map(([slug, label, ...others]) => ({
      slug: collections.length > 1 ? `${collections[place]}/${slug}` : slug,
      label,
      names: [label, slug, ...others],
      note: others.length ? others.join(", ") : fold(label) === fold(slug) ? "" : slug,
    })),
  );
};

// All options of a field: [{slug, label, names, note}].
export const loadOptions = (form, suggest) => {
  const what = suggest.split(" ").filter(Boolean);
  if (!what.length) return Promise.resolve([]);
  return isCode(what[0]) ? codeOptions(form, what[0]) : entryOptions(form, what);
};

// The option that a text names.
export const meant = (options, text) => {
  const wanted = fold(text);
  return options.find((each) => each.slug === text) ?? (wanted && options.find((each) => each.names.some((name) => fold(name) === wanted)));
};
