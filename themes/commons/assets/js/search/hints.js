// What may help where nothing was found, or nothing was asked yet: skills like the words, and what was searched lately.
import { addressOf, button, element } from "./elements.js";
import { forget, recent } from "./recent.js";

// `heading` makes the heading of a list out of its words.
export const skillHints = ({ total, skills = [] }, words, heading) => {
  if (total || !skills.length) return [];
  const items = skills.map(({ label, url }) => {
    const link = element("a", "chip chip-about", label);
    link.href = addressOf({ url });
    return element("li", "", link);
  });
  return [heading(words.skills), element("ul", "search-ways", ...items)];
};

// `again` searches for a text once more; `cleared` is called when the reader has them forgotten.
export const recentHints = (words, heading, { again, cleared }) => {
  const texts = recent();
  if (!texts.length) return [];
  const clear = button("link-button", words.forget, () => {
    forget();
    cleared();
  });
  const items = texts.map((text) => element("li", "", button("link-button", text, () => again(text))));
  return [heading(words.recent, " ", clear), element("ul", "search-ways", ...items)];
};
