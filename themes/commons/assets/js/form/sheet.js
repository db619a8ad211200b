// The text of a file, as one reads it: the names of its fields stand out, and what they say doesn't have to.
"use strict";

const NAME = /^(?:[\w-]+|'[^']*'|"[^"]*"):(?= |$)/u;

const marked = (className, text) => {
  const made = document.createElement("span");
  made.className = className;
  made.textContent = text;
  return made;
};

const line = (text) => {
  if (text.startsWith("#")) return [marked("tok-c", text), "\n"];
  const [name] = NAME.exec(text) ?? [];
  return name ? [marked("tok-f", name.slice(0, -1)), `${text.slice(name.length - 1)}\n`] : [`${text}\n`];
};

// Below its second fence a file is text, and whatever begins a line there is no name.
export const showText = (place, text) => {
  const lines = text.split("\n");
  const fence = lines[0] === "---" ? lines.indexOf("---", 1) : lines.length;
  const end = fence < 0 ? lines.length : fence;
  const rest = lines.slice(end).join("\n");
  const pieces = lines.slice(0, end).flatMap(line);
  if (!rest && pieces.length) pieces[pieces.length - 1] = pieces.at(-1).replace(/\n$/u, "");
  place.replaceChildren(...pieces, rest);
};
