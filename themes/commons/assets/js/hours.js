// The hours that people share in a week, wherever their clocks are. Pure functions: they look at no page, and no clock but the one given.
//
// Free time is a zone with ranges: {zone: "Europe/Paris", ranges: [[weekday, from, to], …]}, weekday 0 for Monday, from and to in
// minutes of that person's wall clock. A range whose end isn't after its beginning goes past midnight; Sunday night ends on Monday.
"use strict";

const MINUTE = 60_000;
const DAY = 86_400_000;
const DAY_MINUTES = 1440;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

// Those hours on those days.
export const rangesOn = (days, from, to) => days.map((day) => [day, from, to]);

// When most people are awake: what counts where nobody has said anything else.
export const WAKING = rangesOn(EVERY_DAY, 7 * 60, 22 * 60);

// The reader's zone, as the browser guesses it.
export const guessedZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

const clocks = new Map();

const clockOf = (zone) => {
  if (!clocks.has(zone)) {
    let clock = null;
    try {
      clock = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
        timeZone: zone, hourCycle: "h23",
        year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
      });
    } catch {
      // This browser doesn't know the zone.
    }
    clocks.set(zone, clock);
  }
  return clocks.get(zone);
};

export const knowsZone = (zone) => Boolean(zone) && clockOf(zone) !== null;

// How far the zone's clock is ahead of UTC at that moment, in milliseconds.
export const offsetAt = (zone, instant) => {
  const parts = {};
  for (const { type, value } of clockOf(zone).formatToParts(instant)) parts[type] = Number(value);
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return wall - Math.floor(instant / 1000) * 1000;
};

// The first minute at which the clock is another one than at `from`.
const changeBetween = (zone, from, to) => {
  const before = offsetAt(zone, from);
  let [low, high] = [from / MINUTE, to / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE;
};

const histories = new Map();

// The offsets of the zone from two days before the week until two days after it: [[since, offset], …]. Asking the browser is what
// costs time, so each zone is asked once a week.
const historyOf = (zone, week) => {
  const key = `${zone} ${week.from} ${week.to}`;
  if (!histories.has(key)) {
    const start = Math.floor(week.from / DAY) * DAY - 2 * DAY;
    const history = [[start, offsetAt(zone, start)]];
    for (let day = start; day < week.to + 2 * DAY; day += DAY) {
      const offset = offsetAt(zone, day + DAY);
      if (offset !== history.at(-1)[1]) history.push([changeBetween(zone, day, day + DAY), offset]);
    }
    histories.set(key, history);
  }
  return histories.get(key);
};

// The moment at which the clock shows that wall time (written as if it were UTC). Of an hour that comes twice, the first; an hour
// that is skipped is counted on from the old time: what calendars do too.
const momentOf = (wall, history) => {
  for (let place = 0; place < history.length - 1; place += 1) {
    const moment = wall - history[place][1];
    const [change, next] = history[place + 1];
    if (moment < change || wall - next < change) return moment;
  }
  return wall - history.at(-1)[1];
};

const weekdayOf = (wall) => (Math.floor(wall / DAY) + 3) % 7;

// The week from Monday to Monday on the zone's clock, around that moment: {from, to}.
export const weekOf = (zone, instant) => {
  const wall = instant + offsetAt(zone, instant);
  const monday = (Math.floor(wall / DAY) - weekdayOf(wall)) * DAY;
  const around = historyOf(zone, { from: monday, to: monday + 7 * DAY });
  return { from: momentOf(monday, around), to: momentOf(monday + 7 * DAY, around) };
};

// Stretches of time in order, those that touch or overlap made one.
const merged = (stretches) => {
  const result = [];
  for (const [from, to] of stretches.sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
};

const lastMinute = ([, from, to]) => (to < from ? to + DAY_MINUTES : to);

// The moments of the week in which somebody is free: [[from, to], …] in order, none touching another.
export const freeMoments = ({ zone, ranges }, week) => {
  const history = historyOf(zone, week);
  const first = Math.floor((week.from + history[0][1]) / DAY) * DAY - DAY;
  const stretches = [];
  for (let date = first; date < week.to + 2 * DAY; date += DAY) {
    for (const range of ranges) {
      if (range[0] !== weekdayOf(date)) continue;
      const from = Math.max(week.from, momentOf(date + range[1] * MINUTE, history));
      const to = Math.min(week.to, momentOf(date + lastMinute(range) * MINUTE, history));
      if (from < to) stretches.push([from, to]);
    }
  }
  return merged(stretches);
};

// What two lists of moments have in common.
export const inCommon = (mine, theirs) => {
  const result = [];
  let [one, other] = [0, 0];
  while (one < mine.length && other < theirs.length) {
    const from = Math.max(mine[one][0], theirs[other][0]);
    const to = Math.min(mine[one][1], theirs[other][1]);
    if (from < to) result.push([from, to]);
    if (mine[one][1] < theirs[other][1]) one += 1;
    else other += 1;
  }
  return result;
};

export const minutesOf = (moments) => Math.round(moments.reduce((sum, [from, to]) => sum + to - from, 0) / MINUTE);

// How many minutes of that week two people share; null where one of them says nothing that can be reckoned with.
export const sharedMinutes = (mine, theirs, week) => {
  if (![mine, theirs].every((each) => knowsZone(each.zone) && each.ranges?.length)) return null;
  return minutesOf(inCommon(freeMoments(mine, week), freeMoments(theirs, week)));
};

// Minutes as the hours that are shown: whole ones from three on, halves below, never more than there are.
export const shownHours = (minutes) => (minutes >= 180 ? Math.floor(minutes / 60) : Math.floor(minutes / 30) / 2);

// Moments as a clock in the zone shows them: [[weekday, from, to], …], cut at midnight (24:00 is 1440).
export const rangesIn = (zone, moments, week) => {
  const history = historyOf(zone, week);
  const wallOf = (moment) => moment + history.findLast(([since], place) => !place || since <= moment)[1];
  const result = [];
  for (const [start, to] of moments) {
    for (let from = wallOf(start); from < wallOf(to);) {
      const midnight = (Math.floor(from / DAY) + 1) * DAY;
      const until = Math.min(midnight, wallOf(to));
      result.push([weekdayOf(from), (from - midnight + DAY) / MINUTE, (until - midnight + DAY) / MINUTE]);
      from = until;
    }
  }
  return result;
};
