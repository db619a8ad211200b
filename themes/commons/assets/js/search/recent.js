// What somebody searched for lately, kept in this browser alone until they clear it.
import { siteRoot } from "../root.js";

const KEPT = 6;
const name = () => `hubgen.searches ${siteRoot().pathname}`;

// A browser may forbid storage; then nothing is kept.
const store = (work) => {
  try {
    return work(localStorage);
  } catch {
    return null;
  }
};

export const recent = () => {
  const found = store((storage) => JSON.parse(storage.getItem(name()) ?? "[]"));
  return Array.isArray(found) ? found.filter((each) => typeof each === "string").slice(0, KEPT) : [];
};

export const remember = (text) => {
  const plain = text.trim();
  if (!plain) return;
  const others = recent().filter((each) => each.toLowerCase() !== plain.toLowerCase());
  store((storage) => storage.setItem(name(), JSON.stringify([plain, ...others].slice(0, KEPT))));
};

export const forget = () => store((storage) => storage.removeItem(name()));
