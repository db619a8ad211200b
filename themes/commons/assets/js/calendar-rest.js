// The other pages of an agenda: filters look through all of them, so their dates are put behind those of this one.

// Fetches the pages that follow, one after the other; what can't be fetched stays where it is.
export const loadRest = async (agenda) => {
  let address = new URL(agenda.dataset.more, location.href);
  delete agenda.dataset.more;
  while (address) {
    const page = await fetchPage(address);
    if (!page) return;
    takeOver(agenda, page, address);
    const more = page.dataset.more;
    address = more ? new URL(more, address) : null;
  }
  for (const each of document.querySelectorAll(".pagination")) each.hidden = true;
  document.dispatchEvent(new CustomEvent("dates"));
};

const fetchPage = async (address) => {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector("[data-calendar=agenda]");
  } catch {
    return null;
  }
};

const takeOver = (agenda, page, address) => {
  for (const link of page.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
  for (const month of page.querySelectorAll(".agenda-month")) {
    const own = agenda.querySelector(`.agenda-month[data-month="${month.dataset.month}"]`);
    if (!own) agenda.querySelector(".agenda-empty").before(document.adoptNode(month));
    else for (const day of month.querySelectorAll(".agenda-day")) addDay(own, day);
  }
};

const addDay = (month, day) => {
  const own = month.querySelector(`.agenda-day[data-day="${day.dataset.day}"]`);
  if (own) own.querySelector(".dates").append(...day.querySelectorAll(".date"));
  else month.append(document.adoptNode(day));
};
