// How a text in Markdown will look, roughly: headings, lists, quotes, code, links. Made of elements and text, so that nothing in it can do anything.
"use strict";

const INLINE = /(`+)(.+?)\1(?!`)|!\[([^\]]*)\]\([^)\s]*[^)]*\)|\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)|\*\*(?=\S)(.+?\S?)\*\*|(?<![\p{L}\p{N}])__(?=\S)(.+?\S?)__(?![\p{L}\p{N}])|\*(?=\S)([^*]*?\S)\*|(?<![\p{L}\p{N}])_(?=\S)([^_]*?\S)_(?![\p{L}\p{N}])|\\([!-/:-@[-`{-~])|(https?:\/\/[^\s<>)\]]+)/gsu;

const element = (name, ...children) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

const link = (words, address) => {
  // Links into the hub lead where only the whole site knows.
  if (!/^(?:https?:|mailto:)/iu.test(address)) return element("u", ...words);
  const made = element("a", ...words);
  made.href = address;
  made.rel = "noopener nofollow ugc";
  return made;
};

const inlinePiece = (found) => {
  const [whole, , code, alt, label, address, strong, strongToo, stress, stressToo, plain, url] = found;
  if (code !== undefined) return element("code", code.trim());
  if (alt !== undefined) return element("em", `[${alt}]`);
  if (label !== undefined) return link(inline(label), address);
  if (strong ?? strongToo) return element("strong", ...inline(strong ?? strongToo));
  if (stress ?? stressToo) return element("em", ...inline(stress ?? stressToo));
  if (plain !== undefined) return plain;
  return url ? link([url], url) : whole;
};

const inline = (text) => {
  const pieces = [];
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    pieces.push(text.slice(end, found.index), inlinePiece(found));
    end = found.index + found[0].length;
  }
  return [...pieces, text.slice(end)];
};

const paragraph = (lines) => {
  const rows = lines.flatMap((line, place) => [...inline(line.trim()), ...(place < lines.length - 1 ? [/ {2}$|\\$/u.test(line) ? element("br") : " "] : [])]);
  const made = element("p", ...rows);
  made.dir = "auto";
  return made;
};

const heading = (line) => {
  const [, marks, words] = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/u.exec(line);
  const made = element(`h${Math.min(marks.length + 1, 6)}`, ...inline(words));
  made.dir = "auto";
  return made;
};

const BULLET = /^(\s{0,3})(?:[-*+]|\d{1,9}[.)])\s+/u;
const RULE = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/u;
const FENCE = /^\s{0,3}(`{3,}|~{3,})/u;
const HEADING = /^\s{0,3}#{1,6}\s/u;
const QUOTE = /^\s{0,3}>\s?/u;

// Takes lines from the front as long as they are wanted.
const takeWhile = (lines, wanted) => {
  const taken = [];
  while (lines.length && wanted(lines[0], taken)) taken.push(lines.shift());
  return taken;
};

const fenced = (lines) => {
  const mark = FENCE.exec(lines.shift())[1];
  const code = takeWhile(lines, (line) => !line.trim().startsWith(mark));
  lines.shift();
  return element("pre", element("code", code.join("\n")));
};

const ruled = (lines) => {
  lines.shift();
  return element("hr");
};

const list = (lines) => {
  const made = element(/^\s{0,3}\d/u.test(lines[0]) ? "ol" : "ul");
  while (lines.length && BULLET.test(lines[0]) && !RULE.test(lines[0])) {
    const first = lines.shift();
    const indent = BULLET.exec(first)[0].length;
    const more = takeWhile(lines, (line) => (line.trim() ? /^\s{2,}/u.test(line) : /^\s{2,}\S/u.test(lines[1] ?? "")));
    const own = [first.slice(indent), ...more.map((line) => line.replace(/^\s{2,4}/u, ""))];
    const blocks = own.length > 1 ? blocksOf(own) : inline(own[0]);
    const item = element("li", ...blocks);
    item.dir = "auto";
    made.append(item);
    if (lines[0]?.trim() === "" && BULLET.test(lines[1] ?? "")) lines.shift();
  }
  return made;
};

const isPlain = (line) => line.trim() && ![FENCE, HEADING, QUOTE, BULLET, RULE].some((mark) => mark.test(line));

const blocksOf = (lines) => {
  const blocks = [];
  while (lines.length) {
    const [line] = lines;
    if (!line.trim()) lines.shift();
    else if (FENCE.test(line)) blocks.push(fenced(lines));
    else if (HEADING.test(line)) blocks.push(heading(lines.shift()));
    else if (RULE.test(line)) blocks.push(ruled(lines));
    else if (QUOTE.test(line)) blocks.push(element("blockquote", ...blocksOf(takeWhile(lines, (each) => QUOTE.test(each)).map((each) => each.replace(QUOTE, "")))));
    else if (BULLET.test(line)) blocks.push(list(lines));
    else blocks.push(paragraph([lines.shift(), ...takeWhile(lines, isPlain)]));
  }
  return blocks;
};

// Shows the text in the place.
export const showPreview = (place, text) => place.replaceChildren(...blocksOf(text.split(/\r?\n/u)));
