// Reads calendar files as another program does: every date of every event, as instants.
// In: a JSON list of files' texts. Out: for each, a list of [uid, start, end, status], of which series have at most `most`.
"use strict";

const ICAL = require("ical.js");

const most = Number(process.argv[2]);

const read = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const all = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  return all.filter((each) => !each.isRecurrenceException()).flatMap((each) => dates(each, all));
};

const dates = (event, all) => {
  const exceptions = all.filter((each) => each.isRecurrenceException() && each.uid === event.uid);
  for (const each of exceptions) event.relateException(each);
  if (!event.isRecurring()) return [row(event, event.startDate, event.endDate)];
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && found.length < most; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(row(item, startDate, endDate));
  }
  return found;
};

const row = (event, start, end) => [
  event.uid, instant(start), instant(end), event.component.getFirstPropertyValue("status"),
];

const instant = (time) =>
  time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString().replace(".000Z", "+00:00");

let input = "";
process.stdin.on("data", (part) => { input += part; });
process.stdin.on("end", () => process.stdout.write(JSON.stringify(JSON.parse(input).map(read))));
