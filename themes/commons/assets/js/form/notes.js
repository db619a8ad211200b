// What is wrong stands below the field, is told to whoever can't see it, and is listed above when the form was handed in with it.
"use strict";

import { plural } from "../words.js";
import { inputOf } from "./fields.js";

const noteOf = (field) => field.querySelector(":scope > .form-problem");

const describe = (field, note, isWrong) => {
  const target = field.matches("fieldset") ? field : inputOf(field);
  const help = field.querySelector(":scope > .form-help");
  const by = [help?.id, note.hidden ? "" : note.id].filter(Boolean).join(" ");
  if (by) target.setAttribute("aria-describedby", by);
  else target.removeAttribute("aria-describedby");
  if (field.matches("fieldset")) return;
  if (isWrong) target.setAttribute("aria-invalid", "true");
  else target.removeAttribute("aria-invalid");
};

const line = ([text, className]) => {
  const made = document.createElement("span");
  made.className = className;
  // Messages are the page's; advice may come from the schema, in another language.
  if (className) made.dir = "auto";
  made.textContent = text;
  return made;
};

const clear = (field) => {
  const note = noteOf(field);
  if (note.hidden) return;
  note.hidden = true;
  note.replaceChildren();
  describe(field, note, false);
};

const allOf = (field) => [field, ...field.querySelectorAll(".form-field")];

export const hideProblems = (field) => allOf(field).forEach(clear);

// Problems with the fields to which they belong; everything else in `top` is fine.
export const showProblems = (placed, top) => {
  const wrong = new Map();
  for (const [field, each] of placed) wrong.set(field, [...(wrong.get(field) ?? []), each]);
  for (const field of allOf(top)) {
    const own = wrong.get(field);
    if (!own) {
      clear(field);
      continue;
    }
    const note = noteOf(field);
    const lines = own.flatMap(({ message, help }) => [[message, ""], ...(help ? [[help, "form-advice"]] : [])]);
    note.replaceChildren(...[...new Map(lines)].map(line));
    note.classList.toggle("is-mild", own.every((each) => each.severity !== "error"));
    note.hidden = false;
    describe(field, note, own.some((each) => each.severity === "error"));
  }
};

const labelOf = (field) => field.querySelector(".form-label")?.firstChild.textContent.trim() ?? "";

const entry = (text, target) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `#${target.id}`;
  link.textContent = text;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const folded = target.closest("details:not([open])");
    if (folded) folded.open = true;
    target.focus();
  });
  item.append(link);
  return item;
};

const firstWrong = (field) => field.querySelector("[aria-invalid=true]") ?? field.querySelector("input, select, textarea, button");

// The list of what keeps the form from being handed in; the focus goes there.
export const showSummary = (form, faults, slugged) => {
  const summary = form.querySelector(".form-summary");
  const rows = faults.map(([each, field]) => entry(`${labelOf(field)}: ${each.message}`, firstWrong(field)));
  if (slugged) rows.push(entry(slugged, form.querySelector("#form-slug")));
  summary.hidden = rows.length === 0;
  if (!rows.length) return;
  summary.querySelector("p").textContent = plural(form.dataset.problems, rows.length);
  summary.querySelector("ul").replaceChildren(...rows);
  summary.focus();
};
