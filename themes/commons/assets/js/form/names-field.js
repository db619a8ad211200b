// A field for names: one types, chooses from what there is or not, and what was chosen stands below, each with a way to take it out.
"use strict";

import { makeCombobox } from "../combobox.js";
import { suggestions } from "../suggestions.js";
import { fill } from "../words.js";
import { loadOptions, meant } from "./suggest.js";

const COMMA = /[,،;]/u;
const known = new WeakMap();
const loading = new WeakMap();

const changed = (field) => field.dispatchEvent(new CustomEvent("answer", { bubbles: true }));

const say = (form, text, name) => {
  form.querySelector(".form-status").textContent = fill(text, { name });
};

const chip = (form, field, { value, label }) => {
  const item = document.createElement("li");
  item.dataset.value = value;
  const words = document.createElement("span");
  words.textContent = label;
  words.dir = "auto";
  const remove = document.createElement("button");
  remove.type = "button";
  remove.setAttribute("aria-label", fill(form.dataset.remove, { name: label }));
  remove.append(form.querySelector(".form-close").content.cloneNode(true));
  remove.addEventListener("click", () => {
    item.remove();
    field.querySelector(".form-input").focus();
    say(form, form.dataset.removed, words.textContent);
    changed(field);
  });
  item.append(words, remove);
  return item;
};

const values = (chosen) => [...chosen.children].map((each) => each.dataset.value);

// The options of a field, once they are asked for.
const load = (form, field) => {
  if (!loading.has(field)) {
    const asked = loadOptions(form, field.dataset.suggest ?? "").catch(() => []);
    loading.set(
      field,
      asked.then((options) => {
        known.set(field, options);
        relabel(field);
      }),
    );
  }
  return loading.get(field);
};

// Puts names among the chosen ones; what was there before goes, unless they are added.
export const chooseNames = (form, field, names, { add = false } = {}) => {
  const chosen = field.querySelector(".form-chosen");
  const options = known.get(field) ?? [];
  if (!add || field.dataset.single) chosen.replaceChildren();
  for (const name of names) {
    const value = meant(options, name)?.slug ?? name;
    if (values(chosen).includes(value)) continue;
    chosen.append(chip(form, field, { value, label: options.find((each) => each.slug === value)?.label ?? value }));
  }
  if (names.length) load(form, field);
};

// What is chosen though nothing that is listed is called so; empty where nobody can know yet.
export const unknownNames = (field) => {
  const options = known.get(field) ?? [];
  return options.length ? values(field.querySelector(".form-chosen")).filter((name) => !meant(options, name)) : [];
};

// What was chosen before the options came gets its label, too.
const relabel = (field) => {
  for (const item of field.querySelectorAll(".form-chosen > li")) {
    const option = meant(known.get(field), item.dataset.value);
    if (option) item.firstChild.textContent = option.label;
  }
};

export const makeNamesField = (form, field) => {
  const input = field.querySelector(".form-input");
  const find = (text) => suggestions(known.get(field) ?? [], text);

  const add = (names) => {
    chooseNames(form, field, names, { add: true });
    say(form, form.dataset.chosen, names.map((name) => meant(known.get(field) ?? [], name)?.label ?? name).join(", "));
    changed(field);
  };

  // Names that were typed and not chosen count as well, each for itself where commas part them.
  const takeTyped = () => {
    const names = (field.dataset.commas ? input.value.split(COMMA) : [input.value]).map((each) => each.trim()).filter(Boolean);
    if (!names.length) return;
    box.clear();
    add(names);
  };

  // Typed faster than the options come: the text waits for them, so that nothing unknown is chosen where something known was meant.
  const takeLater = async () => {
    const text = input.value.trim();
    box.clear();
    await load(form, field);
    if (!input.value && !meant(known.get(field), text) && find(text).length) {
      input.value = text;
      box.show();
      return;
    }
    add([text]);
  };

  const enter = () => {
    const isLate = field.dataset.suggest && !known.has(field) && input.value.trim();
    if (isLate) takeLater();
    else takeTyped();
  };

  const typed = (text) => {
    const isNamed = Boolean(field.dataset.commas) && COMMA.test(text);
    if (isNamed) takeTyped();
    return isNamed;
  };

  const box = makeCombobox({
    field: input,
    list: field.querySelector(".picker-list"),
    load: () => load(form, field),
    find,
    choose: ({ slug }) => add([slug]),
    entered: enter,
    typed,
    left: takeTyped,
  });
};
