// What one answer can't tell alone: whether the dates of an entry agree, as hubgen/stages/validate/agreement.py says it.
"use strict";

import { minutesIn, moment } from "./moments.js";
import { problem } from "./problems.js";

// A day or moment in one form, that orders as it follows in time; empty where it is none.
const instant = (text) => {
  const word = typeof text === "string" ? text.trim() : "";
  if (!word || moment(word)) return "";
  const [day, clock = "00:00"] = word.split(/[Tt]|\s+/u);
  const [hour, minute, second = "00"] = clock.split(":");
  return `${day}T${hour.padStart(2, "0")}:${minute}:${second.split(".")[0]}`;
};

const spoken = (value, rules) => (rules?.kind === "date" ? value.slice(0, 10) : `${value.slice(0, 10)} ${value.slice(11, 16)}`);

const timed = (text) => typeof text === "string" && text.includes(":");

const later = (value, minutes) => {
  const then = new Date(`${value}Z`);
  then.setTime(then.getTime() + Math.round(minutes * 60) * 1000);
  return then.toISOString().slice(0, 19);
};

// Deadlines of the entry, and of its parts: [path, value, rules].
const deadlines = (fields, answers, name) => {
  const own = name && instant(answers[name]) ? [[[name], instant(answers[name]), fields[name]]] : [];
  const records = Object.values(fields).filter((each) => each.kind === "record" && typeof answers[each.name] === "object");
  const inner = records
    .map((each) => [[each.name, "deadline"], instant(answers[each.name].deadline), each.parts.deadline])
    .filter(([, value]) => value);
  return [...own, ...inner];
};

const opening = (fields, answers) =>
  Object.values(fields)
    .filter((each) => each.kind === "record" && typeof answers[each.name] === "object")
    .flatMap((each) => {
      const [opens, closes] = [instant(answers[each.name].opens), instant(answers[each.name].deadline)];
      if (!opens || !closes || closes >= opens) return [];
      const values = { end: spoken(closes, each.parts.deadline), start: spoken(opens, each.parts.opens) };
      return [{ ...problem("HG370", ["before_opening", values], ["correct_date"]), path: [each.name, "deadline"] }];
    });

// `dated` names the fields: {start, end, deadline}.
export const judgeWhole = (fields, answers, dated) => {
  const start = dated.start ? instant(answers[dated.start]) : "";
  const end = dated.end ? instant(answers[dated.end]) : "";
  const found = [];
  if (start && end && end < start) {
    const values = { end: spoken(end, fields[dated.end]), start: spoken(start, fields[dated.start]) };
    found.push({ ...problem("HG370", ["before_start", values], ["correct_date"]), path: [dated.end] });
  }
  const [last, message, field] = end ? [end, "after_end", dated.end] : [start, "after_start", dated.start];
  for (const [path, value, rules] of deadlines(fields, answers, dated.deadline)) {
    if (!last || value.slice(0, 10) <= last.slice(0, 10)) continue;
    const values = { deadline: spoken(value, rules), last: spoken(last, fields[field]) };
    found.push({ ...problem("HG371", [message, values], ["correct_date_if"]), path });
  }
  if (start && fields[dated.start].kind === "datetime" && !timed(answers[dated.start]) && !isYes(answers.all_day)) {
    found.push({ ...problem("HG373", ["no_hour"], ["write_hour", { day: start.slice(0, 10) }]), path: [dated.start] });
  }
  const minutes = typeof answers.duration === "string" ? minutesIn(answers.duration.trim()) : null;
  if (start && end && minutes && fields[dated.start].kind === "datetime" && later(start, minutes) !== end) {
    const values = { until: spoken(later(start, minutes)), end: spoken(end, fields[dated.end]) };
    found.push({ ...problem("HG374", ["lasts_until", values], ["remove_one"]), path: ["duration"] });
  }
  return [...found, ...opening(fields, answers)];
};

const isYes = (answer) => /^(?:true|yes|on)$/iu.test(answer ?? "");

