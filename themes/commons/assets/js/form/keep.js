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
