// What fields can do: items come and go, names are chosen, texts are shown, codes are suggested.
"use strict";

import { inputOf } from "./fields.js";
import { fold } from "./judge.js";
import { makeNamesField } from "./names-field.js";
import { showPreview } from "./preview.js";
import { loadOptions } from "./suggest.js";

let count = 0;

const name = (element, what) => {
  if (element && !element.id) element.id = `form-${what}-${(count += 1)}`;
  return element?.id;
};

// Label, help and problem belong to the field for whoever can't see where they stand.
const join = (field) => {
  const help = field.querySelector(":scope > .form-help");
  name(field.querySelector(":scope > .form-problem"), "problem");
  if (help) (field.matches("fieldset") ? field : inputOf(field)).setAttribute("aria-describedby", name(help, "help"));
  const label = field.querySelector(":scope > label.form-label");
  if (label) label.htmlFor = name(inputOf(field), "input");
};

const suggestCodes = (form, input) => {
  const load = async () => {
    const options = await loadOptions(form, input.dataset.suggest).catch(() => []);
    const list = document.createElement("datalist");
    list.append(...options.map(({ slug, label }) => new Option(label, slug)));
    input.after(list);
    input.setAttribute("list", name(list, "list"));
    input.addEventListener("change", () => {
      const found = options.find(({ names }) => names.some((each) => fold(each) === fold(input.value)));
      if (found) input.value = found.slug;
    });
  };
  input.addEventListener("focus", load, { once: true });
};

const preview = (field) => {
  const place = field.querySelector(".form-preview");
  const show = () => place.open && showPreview(place.querySelector(".form-shown"), inputOf(field).value);
  place.addEventListener("toggle", show);
  inputOf(field).addEventListener("input", show);
};

const makeField = (form, field) => {
  join(field);
  if (field.dataset.widget === "names") {
    const list = field.querySelector(".picker-list");
    inputOf(field).setAttribute("aria-controls", name(list, "list"));
    makeNamesField(form, field);
  }
  if (field.dataset.widget === "text") preview(field);
  if (field.dataset.widget === "line" && inputOf(field).dataset.suggest) suggestCodes(form, inputOf(field));
  if (field.dataset.widget === "list" || field.dataset.widget === "map") {
    field.querySelector(":scope > p > .form-add").addEventListener("click", () => {
      const item = addItem(form, field);
      item.querySelector("input, select, textarea").focus();
    });
  }
};

// A further item of a list.
export const addItem = (form, field) => {
  const item = field.querySelector(":scope > .form-item").content.firstElementChild.cloneNode(true);
  field.querySelector(":scope > .form-items").append(item);
  const legend = field.querySelector(":scope > legend");
  count += 1;
  for (const each of item.querySelectorAll("[id]")) each.id += `-${count}`;
  for (const each of item.querySelectorAll(".form-field")) makeField(form, each);
  for (const bare of item.querySelectorAll(":scope > .form-field > label.visually-hidden")) bare.textContent = legend?.firstChild.textContent.trim() ?? "";
  item.querySelector(":scope > .form-remove").addEventListener("click", () => {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next?.querySelector("input, select, textarea") ?? field.querySelector(":scope > p > .form-add")).focus();
    field.dispatchEvent(new CustomEvent("answer", { bubbles: true }));
  });
  return item;
};

export const makeWidgets = (form) => {
  for (const field of form.querySelectorAll(".form-field")) makeField(form, field);
};
