// Pieces of what search shows. All words become text, never markup.
import { siteRoot } from "../root.js";
import { matches } from "./excerpts.js";

export const element = (name, className = "", ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

export const button = (className, text, press) => {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
};

// The text with what was found in it marked.
export const marked = (text, terms) => {
  const parts = document.createDocumentFragment();
  let place = 0;
  for (const [start, end] of matches(text, terms)) {
    parts.append(text.slice(place, start), element("mark", "", text.slice(start, end)));
    place = end;
  }
  parts.append(text.slice(place));
  return parts;
};

export const addressOf = (row) => new URL(row.url, siteRoot()).href;

// The cells of a result: what it is, what it is called, what it says. `title` is what holds the title.
export const cells = (row, title) => {
  const spoken = (made) => {
    if (row.lang) made.lang = row.lang;
    made.dir = "auto";
    return made;
  };
  title.append(marked(row.title, row.terms));
  const body = element("span", "found-words", spoken(title));
  if (row.summary) body.append(spoken(element("span", "found-summary", marked(row.summary, row.terms))));
  if (row.excerpt) body.append(spoken(element("span", "found-excerpt", marked(row.excerpt, row.terms))));
  if (row.skills?.length) body.append(element("span", "found-skills", marked(row.skills.join(" · "), row.terms)));
  return [element("span", "found-kind", row.collection.label), body];
};
