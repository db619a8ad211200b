// What the pages are held to: standard HTML and its accessibility rules.
// Each exception is something that the standard allows; its reason stands beside it.
module.exports = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // "<!doctype html>" is as good: the standard compares without case.
    "doctype-style": "off",
    // Checked="" and checked="checked" mean checked; the Markdown library writes them so.
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    // <br> and <br /> are the same element.
    "void-style": "off",
    // Templates leave spaces at line ends; nobody sees them.
    "no-trailing-whitespace": "off",
    // A title is as long as what it names: content decides, not the page.
    "long-title": "off",
    // Whether a telephone number may wrap is a matter of layout.
    "tel-non-breaking": "off",
    // Ids of headings keep the letters of their language; HTML refuses white space only.
    "valid-id": ["error", { relaxed: true }],
    // A lone "&" or ">" is fine where it cannot be mistaken for markup.
    "no-raw-characters": ["error", { relaxed: true }],
    // Several boxes of one name are one question with several answers.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // What is found while one types is no <select>: the list belongs to the field above it.
    "prefer-native-element": ["error", { exclude: ["listbox"] }],
    // The site's own files need no integrity hash; anything from elsewhere would.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
