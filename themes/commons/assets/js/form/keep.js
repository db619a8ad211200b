// What was typed survives a reload: kept in this browser alone, until it was handed in or thrown away.
"use strict";

// Browsers may forbid it; then nothing is kept.
const attempt = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};

export const keep = (key, value) => attempt(() => localStorage.setItem(key, JSON.stringify(value)));

export const kept = (key) => attempt(() => JSON.parse(localStorage.getItem(key) ?? "null"));

export const forget = (key) => attempt(() => localStorage.removeItem(key));

// Under which name the answers of a form are kept; those to change an entry under one of their own.
export const keyOf = (form, slug = "") => {
  const root = new URL(document.documentElement.dataset.root || "./", location.href).pathname;
  return `hubgen:${root}${form.dataset.collection}${slug ? `/${slug}` : ""}`;
};
