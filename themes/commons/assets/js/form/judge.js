// What `hubgen check` would say about answers: by the same rules and in the same words.
"use strict";

import { number } from "../words.js";
import { handle, identifier } from "./accounts.js";
import { email, url } from "./addresses.js";
import { country, language, license, timezone } from "./codes.js";
import { date, duration, moment, month, time } from "./moments.js";
import { boolean, decimal, integer } from "./numbers.js";
import { problem, quoted } from "./problems.js";
import { choice, file, line, markdown, oneLine } from "./texts.js";

const KINDS = {
  text: line, reference: line, markdown, file, integer, number: decimal, boolean, choice, status: choice, visibility: choice,
  severity: choice, url, email, language, locale: language, country, license, timezone, date, datetime: moment, month, time, duration,
  handle, identifier, recurrence: () => null,
};
const NAMES = new Set(["tags", "skills", "references"]);
const NOWHERE = /^(?:online|on-line|virtual(?:ly)?|remote(?:ly)?|zoom|web|internet|en ligne|google meet|(?:ms )?teams)$/iu;

// Nothing was given: no text, no items, or only such.
export const isAbsent = (answer) => {
  if (answer === undefined || answer === null) return true;
  if (typeof answer === "string") return !answer.trim();
  return Object.values(answer).every(isAbsent);
};

// When two spellings are one name.
export const fold = (name) =>
  (name.toUpperCase().toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("_", " ").match(/[\p{L}\p{N}+#]+/gu) ?? []).join(" ");

const at = (place, found) => (found ? [{ ...found, path: [...place, ...(found.path ?? [])] }] : []);

const missing = (rules, trail) => {
  const { name, label = "", help = "", example = "" } = rules;
  const shown = quoted(trail + name);
  const message = label && label.toLowerCase() !== name ? ["missing_label", { name: shown, label }] : ["missing", { name: shown }];
  const advice = [...(help ? [[help]] : []), ...(example ? [["for_example", { name, example }]] : [])];
  return problem("HG303", message, advice.length ? advice : ["add", { name }]);
};

const saysNo = (answer) => isAbsent(answer) || (typeof answer === "string" && /^(?:false|no|off)$/iu.test(answer.trim()));

// The answers to several fields, with what is missing among them.
export const judgeAll = (fields, answers, known = {}, trail = "") =>
  Object.values(fields).flatMap((rules) => {
    const answer = answers[rules.name];
    if (!isAbsent(answer)) return judge(rules, answer, known, trail).flatMap((each) => at([rules.name], each));
    const isNeeded = rules.required || (rules.unless && rules.unless.every((other) => saysNo(answers[other])));
    return isNeeded ? at([rules.name], missing(rules, trail)) : [];
  });

const names = (items, rules) => {
  const seen = new Map();
  return items.flatMap((item, place) => {
    const text = rules.kind === "tags" ? oneLine(item).replace(/^#+/u, "").trim() : oneLine(item);
    const key = fold(text) || text;
    if (seen.has(key)) return at([place], problem("HG319", ["same", { text: quoted(text), first: quoted(seen.get(key)) }], ["keep_one"]));
    seen.set(key, text);
    return at([place], line(item, rules.of));
  });
};

const list = (answer, rules, known, trail) => {
  const items = (Array.isArray(answer) ? answer : [answer]).filter((each) => !isAbsent(each));
  const most = rules.longest;
  const many = items.length > most ? at([], problem("HG312", ["many", { n: number(items.length), most: number(most) }], ["shorten_list"])) : [];
  if (NAMES.has(rules.kind)) return [...many, ...names(items, rules)];
  return [...many, ...items.slice(0, most).flatMap((item, place) => judge(rules.of, item, known, trail).flatMap((each) => at([place], each)))];
};

const parts = (answer, rules, known, trail) => {
  const inner = `${trail}${rules.name}.`;
  const found = judgeAll(rules.parts ?? {}, answer, known, inner);
  if (rules.kind === "image" && !isAbsent(answer.file) && isAbsent(answer.alt)) {
    found.push(...at(["alt"], problem("HG360", ["no_alt"], ["write_alt", { name: rules.name, file: answer.file }])));
  }
  return found;
};

const mapping = (answer, rules, known, trail) =>
  Object.entries(answer).flatMap(([key, value]) => [
    ...judge({ name: rules.name, kind: rules.keys, longest: 200 }, key, known, trail).flatMap((each) => at([key], each)),
    ...(isAbsent(value) ? [] : judge(rules.of, value, known, trail).flatMap((each) => at([key], each))),
  ]);

// What is wrong with one answer that says something. `known` holds the world's codes, where they are loaded.
export const judge = (rules, answer, known = {}, trail = "") => {
  if (rules.kind === "list" || rules.kind === "dates" || NAMES.has(rules.kind)) return list(answer, rules, known, trail);
  if (rules.kind === "mapping") return mapping(answer, rules, known, trail);
  if (typeof answer === "object") return parts(answer, rules, known, trail);
  if (rules.kind === "place") {
    const name = oneLine(answer);
    if (NOWHERE.test(name)) return at([], problem("HG354", ["no_place", { text: quoted(name) }], ["mode_online"]));
    return at([], line(answer, { longest: 5000 }));
  }
  return at([], KINDS[rules.kind]?.(answer, rules, known));
};
