// A field in which one types a skill and chooses it: by its name or another one, and Enter takes the first.
"use strict";

import { makeCombobox } from "./combobox.js";
import { suggestions } from "./suggestions.js";

// Makes the field and its (empty) list one. `load` gives the skills, [{slug, label, names, note}], when somebody first comes to the
// field; `choose` gets the one that was chosen, `none` is told what was typed when no skill is called so.
export const makePicker = ({ field, list, load, choose, none }) => {
  let skills = [];
  const box = makeCombobox({
    field,
    list,
    choose,
    load: async () => {
      if (!skills.length) skills = await load();
    },
    find: (text) => suggestions(skills, text),
    entered: ([first]) => first && box.take(first),
    found: (text, shown) => none(text.length > 1 && skills.length && !shown.length ? text : ""),
  });
};
