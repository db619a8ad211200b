// Brings the form's script when somebody is in the form, or has been here before: whoever only reads the page loads none of it.
"use strict";

import { kept, keyOf } from "./keep.js";

const form = document.querySelector(".entry-form");
let coming = null;

const isReady = () => "ready" in form.dataset;

// What was typed meanwhile is told to the script when it is there.
const bring = () => {
  coming ??= import("./entry-form.js").then(() => {
    const { activeElement } = document;
    if (activeElement.matches(".form-input") && activeElement.value) activeElement.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return coming;
};

form.addEventListener("focusin", bring, { once: true });
form.addEventListener("pointerdown", bring, { once: true });

// Pressed before the script was there: it is pressed again.
form.addEventListener(
  "click",
  async ({ target }) => {
    const button = target.closest("button[type=button]");
    if (!button || isReady()) return;
    await bring();
    button.click();
  },
  true,
);

// Handed in before the script was there: nothing is sent, and it is handed in again.
form.addEventListener("submit", async (event) => {
  if (isReady()) return;
  event.preventDefault();
  await bring();
  form.requestSubmit();
});

addEventListener("hashchange", () => location.hash.startsWith("#edit=") && location.reload());
if (location.hash.startsWith("#edit=") || kept(keyOf(form))) bring();
