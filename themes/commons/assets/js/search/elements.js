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

// Marks what was found in the element, but for words that only screen readers read.
export const markIn = (place, terms) => {
  const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(".visually-hidden")) found.push(texts.currentNode);
  for (const text of found) if (matches(text.data, terms).length) text.replaceWith(element("span", "", marked(text.data, terms)));
};

export const addressOf = (row) => new URL(row.url, siteRoot()).href;
