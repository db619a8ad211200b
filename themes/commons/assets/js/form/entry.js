// An entry's file out of answers, byte for byte as hubgen/kinds/new_entries.py writes it. An answer is a text, a list or an object of answers.
"use strict";

import { blockText, scalarText } from "./yaml.js";

const WORDLESS = new Set(["integer", "number", "boolean", "date", "month", "datetime"]);
const LINE = 100;
// Python's white space, which has a few more characters than this language's.
const BLANK = /^[\s\x1c-\x1f\x85]*$/u;

const isText = (answer) => typeof answer === "string";
const length = (text) => [...text].length;
const isWordy = (rules) => !rules || !WORDLESS.has(rules.kind);
const itemOf = (rules) => (rules && (rules.kind === "list" || rules.kind === "dates") ? rules.of : null);
const partOf = (rules, name) => (rules?.kind === "mapping" ? rules.of : (rules?.parts?.[name] ?? null));

const flow = (answer, rules) => {
  if (isText(answer)) return scalarText(answer, { flow: true, wordy: isWordy(rules) });
  if (Array.isArray(answer)) return `[${answer.map((each) => flow(each, itemOf(rules))).join(", ")}]`;
  const parts = Object.entries(answer).map(([name, each]) => `${scalarText(name, { flow: true })}: ${flow(each, partOf(rules, name))}`);
  return `{${parts.join(", ")}}`;
};

const piece = (answer, rules) => (isText(answer) ? scalarText(answer, { wordy: isWordy(rules) }) : flow(answer, rules));

const text = (answer, rules) => {
  const kind = rules?.kind ?? "text";
  if (kind === "text" && !answer.includes("\n")) return scalarText(answer, { wordy: true });
  return blockText(answer, "  ") ?? scalarText(answer, { wordy: !WORDLESS.has(kind) });
};

// What to write after a field's name.
export const yamlValue = (answer, rules) => {
  if (isText(answer)) return text(answer, rules);
  const line = flow(answer, rules);
  if (Array.isArray(answer)) {
    const ofWords = answer.length > 1 && answer.every(isText);
    if ((ofWords && length(line) < LINE) || !answer.length) return line;
    return answer.map((each) => `\n  - ${piece(each, itemOf(rules))}`).join("");
  }
  if (length(line) < LINE) return line;
  return Object.entries(answer)
    .map(([name, each]) => `\n  ${scalarText(name)}: ${piece(each, partOf(rules, name))}`)
    .join("");
};

// A line, or several, for one field.
export const fieldText = (name, answer, rules) => {
  const value = yamlValue(answer, rules);
  return `${scalarText(name)}:${value.startsWith("\n") ? "" : " "}${value}`;
};

// The whole file; `rules` are those of the collection's fields by name, in its order. A file that holds fields alone, though there
// could be a text below them, is `plain`.
export const newEntry = (rules, answers, modeline, { plain = false } = {}) => {
  const body = plain ? null : Object.values(rules).find((each) => each.body);
  const known = Object.keys(rules).filter((name) => Object.hasOwn(answers, name));
  const unknown = Object.keys(answers).filter((name) => !Object.hasOwn(rules, name));
  const names = [...known, ...unknown].filter((name) => name !== body?.name);
  const lines = [modeline, ...names.map((name) => fieldText(name, answers[name], rules[name]))];
  if (!body) return `${lines.join("\n")}\n`;
  const below = (answers[body.name] ?? "").replace(/^\n+|\n+$/gu, "");
  return `${["---", ...lines, "---", ...(BLANK.test(below) ? [] : ["", below])].join("\n")}\n`;
};
