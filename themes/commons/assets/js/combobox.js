// A field with suggestions below it, and the list in which they stand: the combobox of the ARIA Authoring Practices.
"use strict";

// `load` is waited for when somebody is in the field; `find` gives the options for a text, [{label, note}]; `choose` gets the one that was
// taken. `entered` gets what is shown when Enter is pressed and no option is the active one. A field that has more to say is told what is
// `typed`, and gives true when that was all; what was `found` for a text; and that it was `left`.
export const makeCombobox = ({ field, list, load, find, choose, entered, typed = () => false, found = () => {}, left = () => {} }) => {
  let [shown, active] = [[], -1];

  const offer = (options) => {
    [shown, active] = [options, -1];
    list.replaceChildren(...shown.map(optionOf));
    list.hidden = shown.length === 0;
    field.setAttribute("aria-expanded", String(shown.length > 0));
    field.removeAttribute("aria-activedescendant");
  };

  const close = () => offer([]);

  const clear = () => {
    field.value = "";
    close();
  };

  const take = (option) => {
    clear();
    choose(option);
  };

  const optionOf = (option, place) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${place}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const note = document.createElement("span");
    note.className = "quiet";
    note.textContent = option.note;
    item.append(option.label, " ", note);
    item.addEventListener("click", () => take(option));
    return item;
  };

  const show = () => {
    offer(find(field.value));
    found(field.value.trim(), shown);
  };

  const move = (step) => {
    if (!shown.length) return;
    active = (active + step + shown.length) % shown.length;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[active].id);
  };

  const ready = async () => {
    await load();
    if (document.activeElement === field) show();
  };

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(active < 0 ? 0 : -1),
    Enter: () => (active < 0 ? entered(shown) : take(shown[active])),
    Escape: () => {
      if (shown.length) return close();
      clear();
      return found("", []);
    },
  };

  field.addEventListener("focus", ready);
  field.addEventListener("input", () => typed(field.value) || ready());
  field.addEventListener("blur", () => {
    left();
    close();
  });
  field.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.isComposing) return;
    // With nothing left to put away, Escape is for whatever is around the field.
    if (event.key === "Escape" && !field.value && !shown.length) return;
    event.preventDefault();
    keys[event.key]();
  });
  // The list takes no focus, so that the field keeps it while one presses or scrolls there.
  list.addEventListener("mousedown", (event) => event.preventDefault());

  return { show, clear, take };
};
