// What the moment of reading decides: days that are over step back, what is on now or next says so, today is marked.

import { plural as words } from "./words.js";

// Marks the calendar as of now; `times.js` has said which dates are past.
export const markNow = (calendar, kind, now) => {
  for (const badge of calendar.querySelectorAll(".badge-now")) badge.remove();
  if (kind === "agenda") putAside(calendar);
  else markToday(calendar, now);
  const ahead = [...calendar.querySelectorAll(".date:not(.is-past, .is-cancelled)")].map(begin);
  for (const { row } of ahead.filter(({ start }) => start <= now)) say(row, calendar.dataset.now);
  const next = ahead.filter(({ start }) => start > now).sort((one, other) => one.start - other.start)[0];
  if (next && !(kind === "month" && isLaterMonth(calendar, now))) say(next.row, calendar.dataset.next);
};

const begin = (row) => {
  const written = row.querySelector(".date-start")?.dateTime ?? row.closest("[data-day]").dataset.day;
  return { row, start: new Date(written.includes("T") ? written : `${written}T00:00:00`).getTime() };
};

const say = (row, words) => {
  const badge = document.createElement("span");
  badge.className = "badge badge-now";
  badge.textContent = words;
  row.querySelector(".badge-past").before(badge, " ");
};

// Whole days that are over go behind a summary, so that the list begins with what is still to come.
const putAside = (calendar) => {
  const aside = calendar.querySelector(".agenda-over");
  const days = aside.querySelector(".agenda-over-days");
  for (const day of calendar.querySelectorAll(".agenda-month .agenda-day")) {
    const rows = [...day.querySelectorAll(".date")];
    if (rows.length && rows.every((row) => row.classList.contains("is-past"))) days.append(day);
  }
  const count = days.querySelectorAll(".date").length;
  const summary = aside.querySelector("summary");
  summary.textContent = summary.dataset.count ? words(summary.dataset.count, count) : "";
  const empty = calendar.querySelector(".agenda-empty");
  empty.hidden = calendar.querySelector(".agenda-month .date") !== null;
};

const markToday = (calendar, now) => {
  const today = isoDay(new Date(now));
  for (const cell of calendar.querySelectorAll(".month-day")) {
    if (cell.dataset.day === today) cell.setAttribute("aria-current", "date");
    else cell.removeAttribute("aria-current");
  }
};

// The next date of all may lie in an earlier month than this one.
const isLaterMonth = (calendar, now) => calendar.dataset.month > isoDay(new Date(now)).slice(0, 7);

// The way to the month view leads to the month of the reader, as far as there are pages.
export const leadToThisMonth = (now) => {
  const link = document.querySelector("[data-view=month]:not([aria-current])");
  const here = isoDay(new Date(now)).slice(0, 7);
  const built = link?.href.match(/\/(\d{4}-\d{2})\//)?.[1];
  if (built && built < here && here <= link.dataset.last) link.href = link.href.replace(`/${built}/`, `/${here}/`);
};

// The day on the reader's own clock.
export const isoDay = (moment) => {
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
};
