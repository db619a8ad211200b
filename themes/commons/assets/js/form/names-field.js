// A field for names: one types, chooses from what there is or not, and what was chosen stands below, each with a way to take it out.
"use strict";

import { suggestions } from "../skill-picker.js";
import { fill } from "../words.js";
import { loadOptions, meant } from "./suggest.js";

const known = new WeakMap();
const loading = new WeakMap();

const changed = (field) => field.dispatchEvent(new CustomEvent("answer", { bubbles: true }));

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
  const list = field.querySelector(".picker-list");
  let [shown, active] = [[], -1];

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    [shown, active] = [[], -1];
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const take = (name) => {
    input.value = "";
    close();
    chooseNames(form, field, [name], { add: true });
    changed(field);
  };

  // Names that were typed and not chosen count as well, each for itself where commas part them.
  const takeTyped = () => {
    const names = field.dataset.commas ? input.value.split(/[,،;]/u) : [input.value];
    for (const name of names.map((each) => each.trim()).filter(Boolean)) take(name);
  };

  const option = (each, place) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const note = document.createElement("span");
    note.className = "quiet";
    note.textContent = each.note;
    item.append(each.label, " ", note);
    // Not `click`: the field would lose the focus first.
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(each.slug);
    });
    return item;
  };

  const show = () => {
    shown = suggestions(known.get(field) ?? [], input.value);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...shown.map(option));
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
  };

  const move = (step) => {
    if (!shown.length) return;
    active = (active + step + shown.length) % shown.length;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[active].id);
  };

  // Typed faster than the options come: the text waits for them, so that nothing unknown is chosen where something known was meant.
  const takeLater = async () => {
    const text = input.value.trim();
    input.value = "";
    await load(form, field);
    const options = known.get(field);
    if (!input.value && !meant(options, text) && suggestions(options, text).length) {
      input.value = text;
      show();
      return;
    }
    chooseNames(form, field, [text], { add: true });
    changed(field);
  };

  const enter = () => {
    if (active >= 0) take(shown[active].slug);
    else if (known.has(field) || !field.dataset.suggest || !input.value.trim()) takeTyped();
    else takeLater();
  };

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(active < 0 ? 0 : -1),
    Enter: enter,
    Escape: () => (shown.length ? close() : (input.value = "")),
  };

  const ready = async () => {
    await load(form, field);
    if (input.value && document.activeElement === input) show();
  };

  input.addEventListener("focus", ready);
  input.addEventListener("input", () => (field.dataset.commas && /[,،;]/u.test(input.value) ? takeTyped() : show()));
  input.addEventListener("blur", () => {
    takeTyped();
    close();
  });
  input.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.isComposing) return;
    if (event.key === "Escape" && !input.value && !shown.length) return;
    event.preventDefault();
    keys[event.key]();
  });
};
