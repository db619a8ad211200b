// The words that are used in a hub, and how often: what tells a slip of the finger from a word.
import { words } from "./words.js";

export class Vocabulary {
  constructor() {
    this.words = new Map();
  }

  // The words of a list in which the commonest stand first.
  static of(list) {
    const made = new Vocabulary();
    list.forEach((text, place) => {
      for (const word of words(text)) made.words.set(word, Math.max(made.words.get(word) ?? 0, list.length - place));
    });
    return made;
  }

  // Takes the words in, and gives them back.
  add(found) {
    for (const word of found) this.words.set(word, (this.words.get(word) ?? 0) + 1);
    this.sorted = null;
    return found;
  }

  // Whether somebody uses the word, or one that begins so.
  has(beginning) {
    this.sorted ??= [...this.words.keys()].sort();
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle] < beginning) low = middle + 1;
      else high = middle;
    }
    return Boolean(this.sorted[low]?.startsWith(beginning));
  }
}
