// Kinds that say when and how long, as hubgen/text/dates.py, moments.py, clock_times.py and durations.py read them.
"use strict";

import { problem, quoted } from "./problems.js";

const [FIRST_YEAR, LAST_YEAR] = [1000, 2999];
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u;
const MONTH = /^[12][0-9]{3}-(?:0[1-9]|1[0-2])$/u;
const MOMENT = /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:(?:[Tt]|\s{1,3})([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)(\s?(?:[Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?)?$/u;
const TIME = /^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.0{1,9})?)?$/u;
const NOT_YET = new Set(["tba", "tbc", "tbd", "soon", "now", "today", "tomorrow", "unknown", "none", "never", "n/a", "?"]);
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

const two = (value) => String(value).padStart(2, "0");
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

const swapped = (year, month, day) => {
  const fits = day >= 1 && day <= 12 && month && month <= lastDay(year, day);
  return fits ? ["month_first", { day: `${String(year).padStart(4, "0")}-${two(day)}-${two(month)}` }] : ["months"];
};

const dayProblem = (text, year, month, day) => {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return problem("HG321", ["year", { text: quoted(text), year }], ["years", { first: FIRST_YEAR, last: LAST_YEAR }]);
  }
  if (month < 1 || month > 12) return problem("HG321", ["no_month", { text: quoted(text), month }], swapped(year, month, day));
  const last = lastDay(year, month);
  if (day >= 1 && day <= last) return null;
  return problem("HG321", ["no_day", { text: quoted(text), month: MONTHS[month - 1], year, n: last }], ["last_day", { day: `${year}-${two(month)}-${last}` }]);
};

const notDate = (text) =>
  NOT_YET.has(text.toLowerCase())
    ? problem("HG320", ["no_date", { text: quoted(text) }], ["leave_out"])
    : problem("HG320", ["no_date", { text: quoted(text) }], ["write_date"]);

export const date = (text) => {
  const found = DATE.exec(text.trim());
  return found ? dayProblem(text.trim(), ...found.slice(1).map(Number)) : notDate(text.trim());
};

export const month = (text) => {
  if (MONTH.test(text.trim())) return null;
  const year = /(?<!\d)\d{4}(?!\d)/u.exec(text)?.[0] ?? "2026";
  return problem("HG320", ["no_year_month", { text: quoted(text) }], ["write_month", { year }]);
};

const isTime = (hour, minute, second) => Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60;

export const time = (text) => {
  const word = text.trim();
  const found = TIME.exec(word);
  if (found && isTime(...found.slice(1))) return null;
  if (word === "24:00" || word === "24:00:00") return problem("HG323", ["no_time", { text: quoted(text) }], ["next_day"]);
  if (found) return problem("HG323", ["no_time", { text: quoted(text) }], ["hours_minutes"]);
  return problem("HG323", ["no_clock", { text: quoted(text) }], ["write_time"]);
};

export const moment = (text) => {
  const word = text.trim();
  const found = MOMENT.exec(word);
  if (!found) return notDate(word);
  const [, day, clock, distance] = found;
  if (distance) return problem("HG324", ["distance", { text: quoted(text) }], ["write_moment", { day, clock: clock.slice(0, 5) }]);
  return date(day) ?? (clock ? time(clock.split(".")[0]) : null);
};

const ISO = /^P(?=.)(?:([0-9]{1,4})W)?(?:([0-9]{1,5})D)?(?:T(?=[0-9])(?:([0-9]{1,5})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,7})(?:\.0+)?S)?)?$/iu;
const PART = /\s*(?:,|and|et|und|y)?\s*([0-9]{1,6}(?:[.,][0-9]{1,3})?)\s?-?(\p{L}+)\.?/iuy;
const CLOCK = /^([0-9]{1,3})(?::|\s?h\s?)([0-5][0-9])$/iu;
const LONGEST = 36_500 * 24 * 60;
const units = (...lines) => Object.fromEntries(lines.flatMap(([words, length]) => words.split(" ").map((word) => [word, length])));
const MINUTES = units(
  ["s sec secs second seconds seconde secondes", 1 / 60],
  ["m min mins minute minutes minuten minuto minutos", 1],
  ["h hr hrs hour hours heure heures stunde stunden hora horas std", 60],
  ["d day days jour jours tag tage día dias días", 24 * 60],
  ["w wk wks week weeks semaine semaines woche wochen semana semanas", 7 * 24 * 60],
);
const WEEKS = units(
  ["month months mo mos mois monat monate mes meses", 52 / 12],
  ["year years y yr yrs an ans année années jahr jahre año años", 52],
);

const sum = (word) => {
  let [total, position] = [0, 0];
  for (PART.lastIndex = 0; ; position = PART.lastIndex) {
    const found = PART.exec(word);
    if (!found) break;
    const unit = Object.hasOwn(MINUTES, found[2].toLowerCase()) ? MINUTES[found[2].toLowerCase()] : null;
    if (unit === null) return null;
    total += Number(found[1].replace(",", ".")) * unit;
  }
  return position && !word.slice(position).trim() ? total : null;
};

// How many minutes a text means; null where it means none.
export const minutesIn = (word) => {
  if (word.length > 60) return null;
  const iso = ISO.exec(word);
  if (iso) {
    const [weeks, days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
    return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60;
  }
  const clock = CLOCK.exec(word);
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) : sum(word);
};

const durationAdvice = (word) => {
  const iso = /^(P([0-9]{1,4})([YM]))$/iu.exec(word);
  if (iso) return [iso[3].toUpperCase() === "Y" ? "iso_years" : "iso_months", { text: iso[1], n: iso[2] }];
  if (/^[0-9]{1,6}$/u.test(word)) return ["of_what", { text: word }];
  const range = /^[0-9.]+\s?(?:[-\u2013]|to|or)\s?([0-9.]+\s?\p{L}+)$/iu.exec(word);
  if (range) return ["one_number", { value: range[1].trim() }];
  PART.lastIndex = 0;
  const part = PART.exec(word);
  if (part && PART.lastIndex === word.length && Object.hasOwn(WEEKS, part[2].toLowerCase())) {
    const weeks = Math.round(Number(part[1].replace(",", ".")) * WEEKS[part[2].toLowerCase()]);
    return ["in_weeks", { n: Math.max(weeks, 1) }];
  }
  return ["write_duration"];
};

export const duration = (text) => {
  const word = text.trim();
  const minutes = minutesIn(word);
  if (minutes === null) return problem("HG325", ["no_duration", { text: quoted(text) }], durationAdvice(word.slice(0, 60)));
  if (!minutes) return problem("HG325", ["no_length", { text: quoted(text) }]);
  return minutes > LONGEST ? problem("HG325", ["too_long", { text: quoted(text) }]) : null;
};
