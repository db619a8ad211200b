// The finished file: to be opened in the host's editor, copied, or kept.
"use strict";

import { newEntry } from "./entry.js";
import { newFile } from "./host.js";

const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
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

  const show = async (name, rules, answers) => {
    const text = newEntry(rules, answers, told.modeline);
    const file = name + told.suffix;
    const begun = newFile(told, file, text);
    code.textContent = text;
    place.querySelector(".form-where code").textContent = told.folder + file;
    place.querySelector(".form-told").textContent = begun ? (begun.filled ? told.filled : told.empty) : told.byHand;
    if (begun) open.href = begun.url;
    URL.revokeObjectURL(download.href);
    [download.href, download.download] = [URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })), file];
    place.hidden = false;
    place.querySelector("h2").focus();
  };

  return { show, hide: () => (place.hidden = true) };
};
