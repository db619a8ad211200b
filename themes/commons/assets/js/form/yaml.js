// Text as YAML that reads back as the same text, letter for letter as hubgen/text/yaml_writer.py writes it.
"use strict";

const NOT_FIRST = new Set("-?:,[]{}#&*!|>'\"%@`=<");
const FLOW_MARKS = /[,[\]{}]/;
const NOTHING = new Set(["null", "Null", "NULL", "~"]);
const CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufeff";
const REST = "\\u202a-\\u202e\\u2066-\\u2069\\ufdd0-\\ufdef\\ufffe\\uffff\\x85\\u2028\\u2029\\ud800-\\udfff";
const HIGH = Array.from({ length: 16 }, (_, plane) => ((plane + 1) * 0x10000 + 0xfffe).toString(16))
  .map((code) => `\\u{${code}}\\u{${(Number.parseInt(code, 16) + 1).toString(16)}}`)
  .join("");

// What no text of a hub may hold.
export const FORBIDDEN = new RegExp(`[${CONTROLS}${REST}${HIGH}]`, "u");
const ODD = new RegExp(`[\\t\\n\\r${CONTROLS}${REST}${HIGH}]`, "u");
// What other readers of YAML take for a truth value, a number or a date.
const A_WORD = /^(?:y|n|yes|no|on|off|true|false)$/iu;
const A_NUMBER = /^(?:[-+]?[0-9][0-9_,.:eE+-]*|[-+]?\.[0-9][0-9_eE+-]*|0[xXob][0-9a-fA-F_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?)$/u;
const NOT_FINITE = /^[-+]?\.(?:inf|nan)$/iu;

const meansMore = (text) => A_WORD.test(text) || A_NUMBER.test(text) || NOT_FINITE.test(text);

const isPlain = (text, flow) => {
  if (!text || NOTHING.has(text) || text !== text.trim() || ODD.test(text)) return false;
  if (NOT_FIRST.has(text[0]) || text.includes(": ") || text.includes(" #") || text.endsWith(":")) return false;
  return !flow || !FLOW_MARKS.test(text);
};

const hex = (code, size) => code.toString(16).padStart(size, "0");

const escaped = (letter) => {
  if (letter === '"' || letter === "\\") return `\\${letter}`;
  if (letter === "\n") return "\\n";
  if (letter === "\t") return "\\t";
  if (!ODD.test(letter)) return letter;
  const code = letter.codePointAt(0);
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
};

// One line of YAML for a text; `flow` inside `[...]`, `wordy` where other programs must see a word in it too.
export const scalarText = (text, { flow = false, wordy = false } = {}) => {
  if (isPlain(text, flow) && !(wordy && meansMore(text))) return text;
  if (!ODD.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return `"${[...text].map(escaped).join("")}"`;
};

// Several lines as a block `|` to stand after a key, or null for text that a block can't hold exactly.
export const blockText = (text, indent) => {
  const lines = (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
  if (lines.length < 2 || !lines[0].trim() || /^\s/u.test(lines[0]) || !lines.at(-1).trim()) return null;
  if (lines.some((line) => line !== line.trimEnd() || ODD.test(line))) return null;
  const mark = text.endsWith("\n") ? "|" : "|-";
  return [mark, ...lines.map((line) => (line ? indent + line : ""))].join("\n");
};
