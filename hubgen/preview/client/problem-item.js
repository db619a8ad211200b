/* One problem with its place, its line and the way out. */

import { make } from "./elements.js";

export function problemItem(problem) {
  return make(
    "li",
    { class: problem.severity },
    make(
      "p",
      { class: "place" },
      make("code", { text: problem.place }),
      make("span", { class: "code", text: problem.code }),
    ),
    make("p", { class: "message", text: problem.message }),
    problem.excerpt && excerpt(problem),
    problem.help && make("p", { class: "help", text: problem.help }),
    ...problem.related.map(({ place, label }) =>
      make("p", { class: "related" }, make("code", { text: place }), make("span", { text: label })),
    ),
  );
}

function excerpt({ line, excerpt: [before, marked, after] }) {
  return make(
    "pre",
    { tabindex: "0" },
    make("span", { class: "line", text: String(line) }),
    make("span", { text: before }),
    make("mark", { text: marked }),
    make("span", { text: after }),
  );
}
