/* Loads the page again, and gives back where one was and what one had typed. */

const KEY = "hubgen.preview.kept";
const FIELDS = "input:not([type=password]):not([type=file]), textarea, select";

export function reloadKeeping() {
  const kept = {
    page: location.pathname,
    x: scrollX,
    y: scrollY,
    focus: numberOf(document.activeElement),
    caret: caretOf(document.activeElement),
    fields: [...document.querySelectorAll(FIELDS)].map(valueOf),
    open: [...document.querySelectorAll("details")].map((each) => each.open),
  };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    /* Without a place to keep it, the page is loaded all the same. */
  }
  location.reload();
}

export function restore() {
  const kept = take();
  if (kept?.page !== location.pathname) return;
  addEventListener("load", () => {
    giveBack(document.querySelectorAll("details"), kept.open, (each, open) => (each.open = open));
    giveBack(document.querySelectorAll(FIELDS), kept.fields, giveValue);
    scrollTo(kept.x, kept.y);
    const fields = document.querySelectorAll(FIELDS);
    const focused = kept.focus >= 0 ? fields[kept.focus] : null;
    focused?.focus({ preventScroll: true });
    if (kept.caret && focused?.setSelectionRange) focused.setSelectionRange(...kept.caret);
  });
}

function take() {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/* Only where the page still has the same number of them: otherwise nobody knows which is which. */
function giveBack(elements, values, give) {
  if (elements.length !== values.length) return;
  elements.forEach((each, number) => give(each, values[number]));
}

function valueOf(field) {
  return field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;
}

function giveValue(field, value) {
  if (valueOf(field) === value) return;
  if (typeof value === "boolean") field.checked = value;
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function numberOf(element) {
  return [...document.querySelectorAll(FIELDS)].indexOf(element);
}

function caretOf(element) {
  try {
    return element?.selectionStart === undefined ? null : [element.selectionStart, element.selectionEnd];
  } catch {
    return null;
  }
}
