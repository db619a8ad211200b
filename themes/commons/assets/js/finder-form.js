// The form beside a directory: what it asks for, and how it shows what is asked for.

export const facetNames = (form) => [...form.querySelectorAll("[data-facet]")].map((facet) => facet.dataset.facet);

const checkedValues = (facet) => [...facet.querySelectorAll(".choices input:checked")].map((input) => input.value);

export const readForm = (form) => {
  const facets = new Map();
  for (const facet of form.querySelectorAll("[data-facet]")) {
    const values = checkedValues(facet);
    if (values.length) facets.set(facet.dataset.facet, values);
  }
  const { q, sort, as, near, zone, free } = form.elements;
  return {
    q: q.value.trim(),
    sort: sort?.value ?? "",
    as: as?.value ?? "",
    near: Boolean(near?.checked),
    zone: near?.checked ? (zone?.value ?? "") : "",
    free: Boolean(free?.checked),
    facets,
  };
};

// Choices that the panel doesn't show yet are left to the panel.
export const writeForm = (form, state) => {
  const { q, sort, as, near, zone, free } = form.elements;
  if (q.value.trim() !== state.q) q.value = state.q;
  setChoice(sort, state.sort);
  setLook(as, state.as);
  if (near) near.checked = state.near;
  if (zone?.options.length) setChoice(zone, state.zone);
  if (free) free.checked = state.free;
  for (const facet of form.querySelectorAll("[data-facet]")) {
    const chosen = new Set(state.facets.get(facet.dataset.facet));
    for (const input of facet.querySelectorAll(".choices input")) input.checked = chosen.has(input.value);
  }
};

// Browsers don't agree on what an empty value of a group of radio buttons means, so each is told.
const setLook = (radios, value) => {
  if (!radios) return;
  const known = [...radios].some((radio) => radio.value === value) ? value : "";
  for (const radio of radios) radio.checked = radio.value === known;
};

const setChoice = (select, value) => {
  if (!select) return;
  select.value = value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
};
