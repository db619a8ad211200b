// Times on the reader's own clock: the dates change their words, and move under the reader's own days.

import { isoDay } from "./calendar-now.js";

const language = document.documentElement.lang;
const write = (parts) => new Intl.DateTimeFormat(language, { numberingSystem: "latn", ...parts });

// Whether any date stands on a clock that shows something else than the reader's: `times.js` has noted those.
export const hasOtherClocks = (rows) => rows.some((row) => row.querySelector("time[data-zone]"))
  && document.querySelector("[data-calendar] .your-time") !== null;

// Shows all dates on the reader's clock, or back on their own.
export const chooseClock = (calendar, kind, isMine) => {
  if (isMine === (calendar.dataset.clock === "mine")) return;
  calendar.dataset.clock = isMine ? "mine" : "";
  const rows = [...calendar.querySelectorAll(".date")];
  rows.forEach((row, place) => { row.dataset.place ??= String(place); });
  if (kind === "agenda") arrange(rows, isMine, (day) => dayOf(calendar, day));
  if (kind === "month") fill(calendar, rows, isMine);
  for (const row of rows) isMine ? showMine(row, kind) : showTheirs(row);
};

const showMine = (row, kind) => {
  const time = row.querySelector("time.date-start[data-zone]");
  if (!time) return;
  const start = new Date(time.dateTime);
  time.dataset.theirs ??= time.textContent;
  time.textContent = kind === "agenda" ? range(start, new Date(row.dataset.end)) : clockIn(start, row);
  const zone = row.querySelector(".zone");
  if (!zone) return;
  zone.dataset.theirs ??= zone.textContent;
  zone.textContent = `${time.dataset.theirs} ${zone.dataset.theirs}`;
};

const showTheirs = (row) => {
  for (const each of row.querySelectorAll("[data-theirs]")) each.textContent = each.dataset.theirs;
};

const range = (start, end) => {
  const parts = { hour: "numeric", minute: "2-digit" };
  const long = end - start > 20 * 3600 * 1000 ? { weekday: "short", ...parts } : parts;
  return write(long).formatRange(start, end);
};

// In a month's table a date whose day for the reader is in another month stays, and says its weekday.
const clockIn = (start, row) => {
  const parts = { hour: "numeric", minute: "2-digit" };
  const same = row.closest("[data-day]").dataset.day === isoDay(start);
  return write(same ? parts : { weekday: "short", ...parts }).format(start);
};

const arrange = (rows, isMine, partFor) => {
  const keyed = rows.map((row) => ({ row, ...keyOf(row, isMine) }));
  keyed.sort((one, other) => one.day.localeCompare(other.day) || one.start - other.start
    || Number(one.row.dataset.place) - Number(other.row.dataset.place));
  for (const { row, day } of keyed) listOf(partFor(day) ?? partFor(row.dataset.home)).append(row);
};

const listOf = (part) => {
  const found = part.querySelector(".dates");
  if (found) return found;
  const list = document.createElement("ul");
  list.className = "dates";
  part.append(list);
  return list;
};

// The squares of a month hold what begins on the reader's day, and a sentence tells of the month's edges.
const fill = (month, rows, isMine) => {
  arrange(rows, isMine, (day) => month.querySelector(`.month-day[data-day="${day}"]`));
  for (const square of month.querySelectorAll(".month-day")) {
    const free = !square.querySelector(".date");
    square.classList.toggle("month-day-free", free);
    if (free) square.querySelector(".dates")?.remove();
  }
  document.querySelector(".month-edges").hidden = !isMine;
};

const keyOf = (row, isMine) => {
  row.dataset.home ??= row.closest("[data-day]").dataset.day;
  const time = row.querySelector("time.date-start[data-zone]");
  const start = time ? new Date(time.dateTime) : null;
  return { day: isMine && start ? isoDay(start) : row.dataset.home, start: start ? start.getTime() : 0 };
};

// The part of the agenda for a day, made in the likeness of another where nobody had it yet.
const dayOf = (agenda, iso) => {
  const month = monthOf(agenda, iso);
  const days = [...month.querySelectorAll(":scope > .agenda-day")];
  const found = days.find((day) => day.dataset.day === iso);
  if (found) return found;
  const day = agenda.querySelector(".agenda-day").cloneNode(true);
  day.dataset.day = iso;
  day.querySelector(".dates").replaceChildren();
  const moment = new Date(`${iso}T12:00:00`);
  day.querySelector("time").dateTime = iso;
  day.querySelector(".agenda-weekday").textContent = write({ weekday: "long" }).format(moment);
  day.querySelector(".agenda-date").textContent = write({ month: "long", day: "numeric" }).format(moment);
  const after = days.find((each) => each.dataset.day > iso);
  after ? after.before(day) : month.append(day);
  return day;
};

const monthOf = (agenda, iso) => {
  const months = [...agenda.querySelectorAll(".agenda-month")];
  const name = iso.slice(0, 7);
  const found = months.find((month) => month.dataset.month === name);
  if (found) return found;
  const month = document.createElement("section");
  month.className = "agenda-month";
  month.dataset.month = name;
  const title = document.createElement("h2");
  title.className = "agenda-month-title";
  title.textContent = write({ month: "long", year: "numeric" }).format(new Date(`${name}-15T12:00:00`));
  month.append(title);
  const after = months.find((each) => each.dataset.month > name);
  after ? after.before(month) : agenda.querySelector(".agenda-empty").before(month);
  return month;
};
