// What is said of an answer: a code of hubgen's, what is wrong, and what to do.
"use strict";

import { fill } from "../words.js";

// The text as messages show it: on one line, in quotes, not longer than a line, nothing hidden in it.
export const quoted = (text) => {
  const line = [...text.split(/\s+/u).filter(Boolean).join(" ").replace(/[^\P{C}]|[^\P{Z} ]/gu, "\ufffd")];
  return line.length > 60 ? `'${line.slice(0, 60).join("")}…'` : `'${line.join("")}'`;
};

// A problem in words: `problem("HG318", ["no_choice", {text}], ["choose", {choices}])`.
export const problem = (code, message, help = null) => ({ code, message, help });

// A sentence in the page's language.
export const sentence = (words, told) => {
  if (!told) return "";
  const [key, values = {}] = told;
  // Months are said in the page's language, too.
  const month = values.month && words[values.month] ? { month: words[values.month] } : {};
  return fill(words[key] ?? key, { ...values, ...month });
};

// The problem with its sentences.
export const spoken = (words, { code, message, help, path = [] }) => ({
  code,
  path,
  message: sentence(words, message),
  help: Array.isArray(help?.[0]) ? help.map((each) => sentence(words, each)).join(" ") : sentence(words, help),
});
