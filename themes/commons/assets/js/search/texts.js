// What only texts say: of a word that many of them say, whoever asks means that one, and not all that begin like it.
import { Postings } from "./postings.js";

export class Texts {
  constructor(kind, { words, ...common }, load) {
    this.words = new Set(words);
    this.all = new Postings(kind, load);
    this.common = new Postings(common, load);
  }

  // As `Postings` gives them. A word that isn't common any more lies where all words do.
  async like(term) {
    const own = this.words.has(term) ? await this.common.like(term) : [];
    return own.length ? own : this.all.like(term);
  }
}
