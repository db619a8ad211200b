// The names of files, as hubgen/text/slugs.py suggests and judges them.
"use strict";

const LIMIT = 80;
const DEVICES = ["com", "lpt"].flatMap((device) => Array.from({ length: 10 }, (_, number) => `${device}${number}`));
const RESERVED = new Set(["con", "prn", "aux", "nul", "index", ...DEVICES]);
const FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const JOINED = /['’ʼ`´·\u00ad\u200b\u200c\u200d]/gu;
const SIGNS = { "+": "-plus-", "#": "-sharp-", "&": "-and-", "@": "-at-" };
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ĸ: "k", ŋ: "ng", ŧ: "t", ə: "e", ƒ: "f",
};

const latin = (text) => text.replace(/[ßæœøłđðþħıĸŋŧəƒ]/gu, (letter) => LETTERS[letter]);

const shortened = (slug) => {
  if (slug.length <= LIMIT) return slug;
  const place = slug.slice(0, LIMIT + 1).lastIndexOf("-");
  const head = place > 0 ? slug.slice(0, place) : slug.slice(0, LIMIT);
  return head.replace(/^-+|-+$/gu, "");
};

// The slug that a name suggests; empty when no Latin letter or digit is in it.
export const slugify = (text) => {
  let plain = latin(text.toLowerCase().replace(JOINED, ""));
  plain = latin(plain.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
  const signed = plain.replace(/[+#&@]/gu, (sign) => SIGNS[sign]);
  return shortened(signed.replace(/[^a-z0-9]+/gu, "-").replace(/^-+|-+$/gu, ""));
};

export const isSlug = (slug) => FORM.test(slug) && slug.length <= LIMIT && !RESERVED.has(slug);

// The same, or empty text when a person must think of one.
export const suggestedSlug = (text) => {
  const slug = slugify(text);
  return isSlug(slug) ? slug : "";
};

// Which sentence says why this is no slug; null when it is one.
export const slugProblem = (slug) => {
  if (isSlug(slug)) return null;
  if (!slug.trim()) return "slug_empty";
  if (RESERVED.has(slug.toLowerCase())) return "slug_reserved";
  if (slug.length > LIMIT) return "slug_long";
  if (FORM.test(slug.toLowerCase())) return "slug_capitals";
  if (slug.includes("_")) return "slug_underscores";
  if (/\s/u.test(slug)) return "slug_spaces";
  return /[^A-Za-z0-9-]/u.test(slug) ? "slug_letters" : "slug_hyphens";
};
