// A field in which one types a skill and chooses it from a list: the combobox of the ARIA Authoring Practices.
"use strict";

const SHOWN = 8;

// Accents, case and signs between words don't count.
export const fold = (text) => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[^\p{L}\p{N}+#.]+/gu, " ").trim();

// The skills whose name, or one of whose other names, has the words that were typed: those that begin with them first.
export const suggestions = (skills, typed) => {
  const wanted = fold(typed);
  if (!wanted) return [];
  const rank = (skill) => Math.min(...skill.names.map((name) => rankOf(fold(name), wanted)));
  return skills
    .map((skill, place) => [rank(skill), place, skill])
    .filter(([found]) => found < 3)
    .sort((one, other) => one[0] - other[0] || one[1] - other[1])
    .slice(0, SHOWN)
    .map(([, , skill]) => skill);
};

const rankOf = (name, wanted) => {
  if (name.startsWith(wanted)) return 0;
  if (` ${name}`.includes(` ${wanted}`)) return 1;
  return wanted.split(" ").every((word) => name.includes(word)) ? 2 : 3;
};

// Makes the field and its (empty) list one. `load` gives the skills, [{slug, label, names, note}], when somebody first comes to the
// field; `choose` gets the one that was chosen, `none` is told what was typed when no skill is called so.
export const makePicker = ({ field, list, load, choose, none }) => {
  let skills = [];
  let shown = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    [shown, active] = [[], -1];
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const option = (skill, place) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const note = document.createElement("span");
    note.className = "quiet";
    note.textContent = skill.note;
    item.append(skill.label, " ", note);
    // Not `click`: the field would lose the focus first.
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(skill);
    });
    return item;
  };

  const show = () => {
    shown = suggestions(skills, field.value);
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.replaceChildren(...shown.map(option));
    list.hidden = shown.length === 0;
    field.setAttribute("aria-expanded", String(shown.length > 0));
    none(field.value.trim().length > 1 && skills.length && !shown.length ? field.value.trim() : "");
  };

  const move = (step) => {
    if (!shown.length) return;
    active = (active + step + shown.length) % shown.length;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[active].id);
  };

  const take = (skill) => {
    field.value = "";
    close();
    choose(skill);
  };

  const ready = async () => {
    if (!skills.length) skills = await load();
    if (field.value && document.activeElement === field) show();
  };

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(active < 0 ? 0 : -1),
    Enter: () => shown.length && take(shown[Math.max(active, 0)]),
    Escape: () => {
      if (shown.length) close();
      else field.value = "";
    },
  };

  field.addEventListener("focus", ready);
  field.addEventListener("input", () => (skills.length ? show() : ready()));
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  });
};
