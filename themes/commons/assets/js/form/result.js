// The finished file: to be opened in the host's editor, copied, or kept.
"use strict";

import { fill } from "../words.js";
import { fieldText, newEntry } from "./entry.js";
import { newFile } from "./host.js";
import { showText } from "./sheet.js";

const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// The fields that say something else than before, each as it stands in a file; then the names of those that go.
const changedLines = (rules, before, after, told) => {
  const names = Object.keys(rules).filter((name) => !isSame(before[name], after[name]));
  const lines = names.filter((name) => name in after).map((name) => (rules[name].body ? `\n${after[name]}` : fieldText(name, after[name], rules[name])));
  const gone = names.filter((name) => !(name in after));
  return [...lines, ...(gone.length ? [`# ${fill(told.takeOut, { names: gone.join(", ") })}`] : [])].join("\n");
};

// `handedIn` is told when the file went to the host.
export const makeResult = (form, handedIn) => {
  const place = document.querySelector(".form-result");
  const told = form.dataset;
  const [open, copy, download] = ["open", "copy", "download"].map((name) => place.querySelector(`.form-${name}`));
  const code = place.querySelector("pre code");

  open.addEventListener("click", handedIn);
  copy.addEventListener("click", async () => {
    if (await copied(code.textContent)) form.querySelector(".form-status").textContent = told.copied;
    else getSelection().selectAllChildren(code);
    copy.querySelector("span").textContent = told.copied;
  });

  const offer = (path, text, words, begun) => {
    showText(code, text);
    place.querySelector(".form-where code").textContent = path;
    place.querySelector(".form-told").textContent = words;
    if (begun) open.href = begun;
    URL.revokeObjectURL(download.href);
    [download.href, download.download] = [URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })), path.split("/").at(-1)];
    place.hidden = false;
    place.querySelector("h2").focus();
  };

  // A new file.
  const show = (name, rules, answers) => {
    const text = newEntry(rules, answers, told.modeline);
    const file = name + told.suffix;
    const begun = newFile(told, file, text);
    offer(told.folder + file, text, begun ? (begun.filled ? told.filled : told.empty) : told.byHand, begun?.url);
  };

  // A file that is there: all of it, or the lines that change where it says more than the form knows.
  const showChange = (source, rules, answers) => {
    const host = told.edit ? told.edit + source.path.slice(told.folder.length) : "";
    const text = source.whole
      ? newEntry(rules, answers, told.modeline, { plain: !source.path.endsWith(".md") })
      : changedLines(rules, source.answers, answers, told);
    download.hidden = !source.whole;
    offer(source.path, text || told.unchanged, source.whole ? told.whole : told.lines, host);
  };

  return { show, showChange, hide: () => (place.hidden = true) };
};
