// What somebody asked a directory for, as the address of the page says it: shareable, and Back works.

// Fields of the form that are no facets; a facet of such a name gets `f.` in front.
const RESERVED = new Set(["q", "sort", "as", "near", "zone", "free"]);

const keyOf = (facet) => (RESERVED.has(facet) ? `f.${facet}` : facet);

// {q, sort, as, zone: text; near, free: boolean; facets: Map from a facet's name to the chosen values, none of them empty}
export const readAddress = (search, names) => {
  const asked = new URLSearchParams(search);
  const text = (name) => (asked.get(name) ?? "").trim();
  const facets = new Map();
  for (const name of names) {
    const values = [...new Set(asked.getAll(keyOf(name)))].filter(Boolean);
    if (values.length) facets.set(name, values);
  }
  const near = asked.has("near");
  return { q: text("q"), sort: text("sort"), as: text("as"), near, zone: near ? text("zone") : "", free: asked.has("free"), facets };
};

// The part of the address from `?` on; empty for the list as it is.
export const writeAddress = (state) => {
  const asked = new URLSearchParams();
  for (const name of ["q", "sort", "as"]) if (state[name]) asked.set(name, state[name]);
  if (state.near) asked.set("near", "1");
  if (state.near && state.zone) asked.set("zone", state.zone);
  if (state.free) asked.set("free", "1");
  for (const [name, values] of state.facets) for (const value of values) asked.append(keyOf(name), value);
  const written = asked.toString();
  return written && `?${written}`;
};

// Whether some entries may be left out.
export const isNarrowed = ({ q, near, free, facets }) => Boolean(q || near || free || facets.size);

// Whether the list that came with the page shows what is asked for.
export const isListItself = (state) => !isNarrowed(state) && !state.sort && state.as !== "table";

export const empty = (state) => ({ ...state, q: "", near: false, zone: "", free: false, facets: new Map() });

// The state without one of the things asked for, as `picksOf` names them.
export const without = (state, { kind, facet, value }) => {
  if (kind === "facet") {
    const facets = new Map(state.facets);
    const rest = value === undefined ? [] : facets.get(facet).filter((each) => each !== value);
    if (rest.length) facets.set(facet, rest);
    else facets.delete(facet);
    return { ...state, facets };
  }
  if (kind === "q") return { ...state, q: "" };
  return kind === "near" ? { ...state, near: false, zone: "" } : { ...state, free: false };
};
