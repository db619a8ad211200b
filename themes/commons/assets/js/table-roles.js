// Styles that lay out a table's parts in another way, as on a phone, make some browsers forget that it is a table: roles tell them.

const ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell" };

const roleOf = (part) => ROLES[part.localName] ?? (part.scope === "row" ? "rowheader" : "columnheader");

// The table, or a part of one, with what it and its parts are.
export const withRoles = (whole) => {
  for (const part of [whole, ...whole.querySelectorAll("thead, tbody, tr, th, td")]) part.setAttribute("role", roleOf(part));
  return whole;
};
