// The choices by which results are narrowed, each with how many results it would leave.
import { number } from "../words.js";

export class Filters {
  constructor(place, changed) {
    this.place = place;
    this.selects = [...place.querySelectorAll("select")];
    this.chosen = {};
    for (const select of this.selects) {
      select.addEventListener("change", () => {
        this.choose(select.name, select.value);
        changed();
      });
    }
    place.querySelector("button").addEventListener("click", () => {
      this.chosen = {};
      this.selects[0].focus();
      changed();
    });
  }

  // From an address.
  read(asked) {
    const given = this.selects.map(({ name }) => [name, asked.get(name)]).filter(([, value]) => value);
    this.chosen = Object.fromEntries(given);
  }

  choose(name, value) {
    if (value) this.chosen[name] = value;
    else delete this.chosen[name];
  }

  // `counts` by facet: [[value, label, how many], ...]; null where nothing was searched for.
  show(counts) {
    this.place.hidden = !counts;
    if (!counts) return;
    for (const select of this.selects) this.#fill(select, counts[select.name] ?? []);
    this.place.hidden = this.selects.every((select) => select.options.length === 1);
    this.place.querySelector("button").hidden = !Object.keys(this.chosen).length;
  }

  #fill(select, found) {
    const chosen = this.chosen[select.name] ?? "";
    const options = found.map(([value, label, count]) => new Option(`${label} (${number(count)})`, value));
    // What was chosen stays to be seen, even where nothing has it any more.
    if (chosen && !found.some(([value]) => value === chosen)) options.unshift(new Option(chosen, chosen));
    select.replaceChildren(select.options[0], ...options);
    select.value = chosen;
    select.closest("label").hidden = !options.length;
  }
}
