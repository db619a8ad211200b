// The filters of a calendar: native controls, and their state in the address.

// The choices that the address names, shown in the controls; what no control offers is left out.
export const readState = (form) => {
  const asked = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const value = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === value) ? value : "";
  }
  return showState(form);
};

// The choices of the controls, as the address should have them.
export const showState = (form) => {
  const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
  return new URLSearchParams(chosen.map((select) => [select.name, select.value]));
};

// Takes back all choices; the clock is none.
export const clear = (form) => {
  for (const select of form.querySelectorAll("select")) if (select.name !== "clock") select.value = "";
};

// Whether a date has all that was chosen.
export const fits = (row, chosen) => {
  const facets = (row.dataset.facets ?? "").split(" ");
  return chosen.every(([name, value]) => facets.includes(`${name}:${encodeURIComponent(value)}`));
};

// Links inside the calendar take the choice along.
export const keepState = (state) => {
  for (const link of document.querySelectorAll(".views-link, .month-step, .months-link, .pagination a")) {
    const url = new URL(link.href);
    url.search = state.toString();
    link.href = url.href;
  }
};
