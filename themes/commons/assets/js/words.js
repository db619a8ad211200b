// The interface's words in scripts: messages come from data attributes that templates write with `forms(key)`.

// The text of a message for a number: its plural form by the rule of its language, `{n}` and other names filled in.
export const plural = (message, n, values = {}) => {
  const forms = JSON.parse(message);
  const form = (n === 0 && forms.zero) || forms[new Intl.PluralRules(forms.lang).select(n)] || forms.other;
  return fill(form, { ...values, n: number(n, forms.lang) });
};

// The text with `{name}` replaced; a name without a value stays as written.
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));

// A number as the language writes it, with the same digits as in the pages' own text.
export const number = (n, lang = document.documentElement.lang) => {
  if (!formats.has(lang)) formats.set(lang, new Intl.NumberFormat(lang, { numberingSystem: "latn" }));
  return formats.get(lang).format(n);
};

const formats = new Map();
