// Answers out of the form's fields, and back into them. A field is an element with the class `form-field`; other fields may stand in it.
"use strict";

import { isAbsent } from "./judge.js";

const inner = (field) => [...field.querySelectorAll(":scope > .form-inner > .form-field")];
export const itemsOf = (field) => [...field.querySelectorAll(":scope > .form-items > li")];
const within = (item) => [...item.querySelectorAll(":scope > .form-field")];
export const inputOf = (field) => field.querySelector(".form-input");

const given = (answer) => (isAbsent(answer) ? undefined : answer);
const typed = (field) => given(inputOf(field).value.trim());
// Of texts of several lines no more than the breaks around them are taken away.
const written = (field) => given(inputOf(field).value.replace(/\r\n?/gu, "\n").replace(/^\n+|\n+$/gu, ""));
const chosen = (field) => [...field.querySelectorAll(":scope > .form-chosen > li")].map((each) => each.dataset.value);

const listed = (field) => itemsOf(field).map((item) => readField(within(item)[0])).filter((each) => each !== undefined);

const mapped = (field) => {
  const pairs = itemsOf(field).map((item) => within(item).map(readField));
  return Object.fromEntries(pairs.filter(([key, value]) => key !== undefined && value !== undefined));
};

const readers = {
  line: typed,
  date: typed,
  moment: typed,
  choice: typed,
  text: written,
  flag: (field) => (inputOf(field).checked ? "true" : undefined),
  choices: (field) => given([...field.querySelectorAll("input:checked")].map((each) => each.value)),
  names: (field) => (field.dataset.single ? given(chosen(field)[0]) : given(chosen(field))),
  list: (field) => given(listed(field)),
  parts: (field) => given(readFields(inner(field))) ?? keptIn(field),
  map: (field) => given(mapped(field)),
};

// The answer in a field; undefined where nothing was given.
export const readField = (field) => readers[field.dataset.widget](field);

// The answers of several fields by name.
export const readFields = (fields) => {
  const pairs = fields.map((field) => [field.dataset.name, readField(field)]);
  return Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined));
};

const put = (field, answer) => {
  inputOf(field).value = typeof answer === "string" ? answer : (answer ?? []).toString();
};

const asList = (answer) => (Array.isArray(answer) ? answer : isAbsent(answer) ? [] : [answer]);

const fillItems = (field, answers, kit, fillItem) => {
  for (const item of itemsOf(field)) item.remove();
  for (const answer of answers) fillItem(within(kit.addItem(field)), answer);
};

// What no field here can show stays as it is, until something else is answered.
const keptIn = (field) => (field.dataset.kept ? JSON.parse(field.dataset.kept) : undefined);

const fillParts = (field, answer, kit) => {
  const isShown = typeof answer !== "string";
  if (isShown) delete field.dataset.kept;
  else field.dataset.kept = JSON.stringify(answer);
  fillFields(inner(field), isShown ? (answer ?? {}) : {}, kit);
};

const putChoice = (field, answer = "") => {
  const select = inputOf(field);
  select.value = answer;
  if (answer && select.value !== answer) select.add(new Option(answer, answer, false, true));
};

const fillers = {
  line: put,
  date: put,
  // Browsers take no other form for a day and an hour.
  moment: (field, answer = "") => put(field, /^\d{4}-\d\d-\d\d$/u.test(answer) ? `${answer}T00:00` : answer.replace(/\s+/u, "T")),
  choice: putChoice,
  text: (field, answer = "") => put(field, answer.replace(/^\n+|\n+$/gu, "")),
  flag: (field, answer) => {
    inputOf(field).checked = /^(?:true|yes|on)$/iu.test(answer ?? "");
  },
  choices: (field, answer) => {
    for (const box of field.querySelectorAll("input")) box.checked = asList(answer).includes(box.value);
  },
  names: (field, answer, kit) => kit.choose(field, asList(answer)),
  list: (field, answer, kit) => fillItems(field, asList(answer), kit, ([own], each) => fillField(own, each, kit)),
  parts: fillParts,
  map: (field, answer, kit) =>
    fillItems(field, Object.entries(answer ?? {}), kit, ([key, own], [name, each]) => {
      fillField(key, name, kit);
      fillField(own, each, kit);
    }),
};

// Puts an answer into a field. `kit` can make items (`addItem`) and choose names (`choose`).
export const fillField = (field, answer, kit) => fillers[field.dataset.widget](field, answer, kit);

export const fillFields = (fields, answers, kit) => {
  for (const field of fields) fillField(field, answers[field.dataset.name], kit);
};

// The field that a path of names and places leads to, or the last one on the way.
export const fieldAt = (field, path) => {
  let place = field;
  for (const step of path) {
    const next = stepInto(place, step);
    if (!next) return place;
    place = next;
  }
  return place;
};

const stepInto = (field, step) => {
  switch (field.dataset.widget) {
    case "parts":
      return inner(field).find((each) => each.dataset.name === step);
    case "list":
      return itemsOf(field).map((item) => within(item)[0]).filter((each) => readField(each) !== undefined)[step];
    case "map":
      return itemsOf(field).map(within).find(([key]) => readField(key) === step)?.[1];
    default:
      return null;
  }
};
