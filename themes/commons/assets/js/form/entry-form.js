// The form that writes an entry's file: judges while one types, keeps what was typed, and hands the file over. It sends nothing anywhere.
"use strict";

import { newEntry } from "./entry.js";
import { fill } from "../words.js";
import { readFields, fieldAt, fillFields, inputOf } from "./fields.js";
import { isAbsent, judgeAll } from "./judge.js";
import { forget, keep, kept, keyOf } from "./keep.js";
import { chooseNames, unknownNames } from "./names-field.js";
import { hideProblems, showProblems, showSummary } from "./notes.js";
import { problem, quoted, spoken } from "./problems.js";
import { makeResult } from "./result.js";
import { showText } from "./sheet.js";
import { makeSlug } from "./slug-field.js";
import { loadCodes } from "./suggest.js";
import { addItem, makeWidgets } from "./widgets.js";
import { judgeWhole } from "./whole.js";

const PAUSE = 700;
const form = document.querySelector(".entry-form");
const told = form.dataset;
const words = JSON.parse(told.words);
const mild = JSON.parse(told.severities);
const fields = [...form.querySelectorAll(".form-part > .form-field")];
const byName = new Map(fields.map((field) => [field.dataset.name, field]));
const rules = Object.fromEntries(told.order.split(" ").map((name) => [name, JSON.parse(byName.get(name).dataset.rules)]));
const kit = { addItem: (field) => addItem(form, field), choose: (field, names) => chooseNames(form, field, names) };
const touched = new Set();
let codes = {};
let wait = 0;
// The file that is changed: {slug, path, whole, answers}; null for a new one.
let source = null;

const answers = () => readFields(fields);

// The form knows what lists show; other entries may be meant, so that it only says what it doesn't know.
const unknown = (field) => {
  const { name, kind, loose } = rules[field.dataset.name];
  if (field.dataset.widget !== "names" || loose || !["skills", "reference", "references"].includes(kind)) return [];
  const [code, message, help] = kind === "skills" ? ["HG203", "no_skill", "add_skill"] : ["HG201", "no_entry", "entry_like"];
  const note = (text) => ({ ...spoken(words, { ...problem(code, [message, { text: quoted(text) }], [help]), path: [name] }), severity: "warning" });
  return unknownNames(field).map(note);
};

const problems = () => {
  const given = answers();
  const found = [...judgeAll(rules, given, codes), ...judgeWhole(rules, given, told)];
  const judged = found.map((each) => ({ ...spoken(words, each), severity: mild[each.code] ?? "error" }));
  return [...judged, ...fields.flatMap(unknown)];
};

// Shows what is wrong with the fields that somebody has been in.
const refresh = () => {
  const found = problems();
  for (const [name, field] of byName) {
    const own = touched.has(name) ? found.filter((each) => each.path[0] === name) : [];
    if (own.length) showProblems(own.map((each) => [fieldAt(field, each.path.slice(1)), each]), field);
    else hideProblems(field);
  }
  return found;
};

const say = (text) => {
  form.querySelector(".form-status").textContent = text;
};

const topOf = (element) => fields.find((field) => field.contains(element));

const wrongWith = (field) => [...field.querySelectorAll(".form-problem:not([hidden]) > span")].map((each) => each.textContent).join(". ");

const settle = (field) => {
  touched.add(field.dataset.name);
  const before = wrongWith(field);
  refresh();
  const now = wrongWith(field);
  if (now !== before) say(now);
};

const key = () => keyOf(form, source?.slug);

// The file so far, without the line that only editors read.
const draw = () => {
  const sheet = document.querySelector(".form-sheet");
  const name = slug.value();
  const plain = Boolean(source) && !source.path.endsWith(".md");
  const given = answers();
  const text = isAbsent(given) ? "" : newEntry(rules, given, "", { plain }).replace(/^(---\n)?\n/u, "$1");
  showText(sheet.querySelector("pre code"), text);
  sheet.querySelector(".form-sheet-empty").hidden = text !== "";
  sheet.querySelector("p code").textContent = source?.path ?? told.folder + (name ? name + told.suffix : "");
};

const save = () => {
  draw();
  const given = answers();
  if (isAbsent(given) || (source && JSON.stringify(given) === JSON.stringify(source.answers))) forget(key());
  else keep(key(), { answers: given, slug: slug.own() });
};

const onInput = (target) => {
  const field = topOf(target);
  if (!field) return;
  slug.follow(answers());
  result.hide();
  save();
  clearTimeout(wait);
  if (field.querySelector(".form-problem:not([hidden])")) settle(field);
  else wait = setTimeout(() => settle(field), PAUSE);
};

form.addEventListener("input", (event) => onInput(event.target));
form.addEventListener("answer", (event) => {
  onInput(event.target);
  settle(topOf(event.target));
});
form.addEventListener("change", (event) => event.target.matches("select, [type=checkbox]") && topOf(event.target) && settle(topOf(event.target)));
form.addEventListener("focusout", ({ target, relatedTarget }) => {
  const field = topOf(target);
  // Whoever only passes through a field is told nothing of it.
  if (field && !field.contains(relatedTarget) && (touched.has(field.dataset.name) || byInput.has(field))) settle(field);
});
const byInput = new WeakSet();
form.addEventListener("input", (event) => topOf(event.target) && byInput.add(topOf(event.target)), true);
// Codes are judged when their lists are there, and those come when somebody is in the form.
form.addEventListener("focusin", () => ready(), { once: true });
const ready = async () => {
  codes = await loadCodes(form).catch(() => ({}));
};

form.addEventListener("submit", async (event) => {
  if (!("ready" in form.dataset)) return;
  event.preventDefault();
  clearTimeout(wait);
  await ready();
  for (const name of byName.keys()) touched.add(name);
  const grave = refresh().filter((each) => each.severity === "error");
  const slugged = source ? "" : await slug.judge();
  // In the order in which they stand here, which isn't the file's.
  const faults = fields.flatMap((field) => grave.filter((each) => byName.get(each.path[0]) === field).map((each) => [each, field]));
  for (const [, field] of faults) unfolded(field);
  if (faults.length || slugged) {
    result.hide();
    showSummary(form, faults, slugged);
    return;
  }
  showSummary(form, [], null);
  if (source) result.showChange(source, rules, answers());
  else result.show(slug.value(), rules, answers());
});

form.querySelector(".form-afresh").addEventListener("click", () => {
  forget(key());
  fillFields(fields, source?.answers ?? {}, kit);
  slug.set("");
  touched.clear();
  refresh();
  draw();
  result.hide();
  form.querySelector(".form-restored").hidden = true;
  inputOf(fields[0]).focus();
});

const slug = makeSlug(form, words, () => {
  save();
  result.hide();
});
const result = makeResult(form, () => forget(key()));
makeWidgets(form, onInput);

const unfolded = (field) => {
  const more = field.closest(".form-more");
  if (more) more.open = true;
};

const unfold = (given) => {
  for (const more of form.querySelectorAll(".form-more")) {
    more.open = [...more.querySelectorAll(".form-part > .form-field")].some((field) => Object.hasOwn(given, field.dataset.name));
  }
};

const restore = () => {
  const before = kept(key());
  if (!before || isAbsent(before.answers)) return;
  fillFields(fields, before.answers, kit);
  slug.set(before.slug ?? "");
  slug.follow(answers());
  unfold(before.answers);
  const notice = form.querySelector(".form-restored");
  notice.querySelector("span").textContent = told.restored;
  notice.hidden = false;
};

// Puts what an entry's file says into the form: `#edit=ada/0a` names the entry, and the file in which its values are.
const edit = async ([, name, drawer]) => {
  const notice = form.querySelector(".form-editing");
  const address = told.values.replace("{drawer}", drawer);
  const found = await fetch(address).then((answer) => answer.json()).catch(() => ({}));
  notice.hidden = false;
  if (!Object.hasOwn(found, name)) {
    notice.textContent = told.editFailed;
    return;
  }
  const { path, whole, answers: given } = found[name];
  fillFields(fields, given, kit);
  // What the form makes of it is what a change is measured by.
  source = { slug: name, path, whole, answers: answers() };
  unfold(given);
  form.classList.add("is-editing");
  document.querySelector("h1").textContent = fill(told.editTitle, { name: given[told.namedBy.split(" ")[0]] ?? name });
  notice.textContent = fill(told.editing, { path });
  form.querySelector(".form-place").hidden = true;
  form.querySelector("[type=submit]").textContent = told.makeChange;
};

const begin = async () => {
  const wanted = /^#edit=([a-z0-9-]+)\/([0-9a-f]+)$/u.exec(location.hash);
  if (wanted) await edit(wanted);
  restore();
  // What was typed before this script came counts as well.
  slug.follow(answers());
  draw();
  form.dataset.ready = "";
};

await begin();
