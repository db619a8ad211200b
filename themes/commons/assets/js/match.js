// Who fits what somebody wishes, and why. The rule is told in docs/matching.md; a test reckons it again in another language.
"use strict";

import { indexOf } from "./finder-filter.js";
import { listAt } from "./finder-steps.js";
import { wordsOf } from "./finder-text.js";
import { offsetAt, sharedMinutes, weekOf } from "./hours.js";
import { freeTimeOf } from "./wishes.js";

const SKILLS = 6000;
const HOURS = 2000;
const ENOUGH_MINUTES = 240;
const FORMAT = 1000;
const LEVEL = 1000;
const LANGUAGE = 500;
const CLOSED = ["paused", "waitlist"];

// A skill counts whole, a narrower one half, a broader one a quarter.
const WHOLE = 4;
const NARROWER = 2;
const BROADER = 1;

// The finder data (docs/finder-data.md) by what is asked of it.
export const marketOf = (data) => {
  const vocabulary = vocabularyIn(data);
  const offers = offersIn(data);
  const offered = new Map();
  offers.forEach((slugs, row) => {
    // Who stands back for good isn't counted either.
    for (const slug of data.dimmed?.[row] ? [] : slugs) offered.set(slug, (offered.get(slug) ?? 0) + 1);
  });
  return {
    data, vocabulary, offers, offered,
    count: data.count,
    names: new Map(vocabulary.map(({ slug, name }) => [slug, name])),
    labels: (facet) => new Map(facetOf(data, facet)?.values),
    languages: chosen(data, "languages"),
    formats: chosen(data, "formats"),
    levels: chosen(data, "levels"),
    status: chosen(data, "status"),
    ...neighboursIn(vocabulary),
  };
};

const facetOf = (data, name) => data.facets.find((each) => each.name === name);

// What each row chose in a facet, as values.
const chosen = (data, name) => {
  const facet = indexOf(data).facets.find((each) => each.name === name);
  const values = facet?.values.map(([value]) => value);
  return Array.from({ length: data.count }, (_, row) => (facet ? Array.from(listAt(facet, row), (place) => values[place]) : []));
};

// Where all offer the same there is no facet; then the cards tell.
const offersIn = (data) => {
  if (facetOf(data, "topics")) return chosen(data, "topics");
  const offered = (codes) => codes.filter((code) => code % 4 === 1).map((code) => data.skills[Math.floor(code / 4)][0]);
  return Array.from({ length: data.count }, (_, row) => offered(data.chips?.[row] ?? []));
};

const vocabularyIn = (data) =>
  (data.vocabulary ?? []).map(([slug, name, aliases = [], broader = []]) => ({
    slug, name, aliases, broader: broader.map((place) => data.vocabulary[place][0]),
  }));

const neighboursIn = (vocabulary) => {
  const broader = new Map(vocabulary.map((skill) => [skill.slug, skill.broader]));
  const narrower = new Map();
  for (const skill of vocabulary) for (const each of skill.broader) narrower.set(each, [...(narrower.get(each) ?? []), skill.slug]);
  return { broader, narrower };
};

// Those who fit, best first: [{row, points, standsBack, offers, near, languages, minutes, formats, level, places, status}].
export const matches = (market, wishes, now) => {
  const rows = Array.from({ length: market.count }, (_, row) => row);
  const weights = weightsOf(market, wishes.skills);
  const clock = clockFor(wishes, now);
  const found = rows.map((row) => matchAt(market, row, wishes, clock)).filter(Boolean);
  for (const fit of found) fit.points = pointsOf(market, fit, wishes, weights);
  const slugs = market.data.slug;
  return found.sort(
    (one, other) =>
      one.standsBack - other.standsBack || other.points - one.points || (slugs[one.row] < slugs[other.row] ? -1 : 1),
  );
};

// What one mentor and the wishes have in common; null for who doesn't come into question.
export const matchAt = (market, row, wishes, clock) => {
  const fit = isOver(market, row, clock) ? null : fitOf(market, row, wishes);
  return fit && { ...fit, minutes: minutesWith(market, row, clock) };
};

// When the wishing person is free, the week that counts, and the day on their calendar.
export const clockFor = (wishes, now) => {
  const time = freeTimeOf(wishes);
  const today = new Date(now + offsetAt(time.zone, now)).toISOString().slice(0, 10);
  return { time, week: weekOf(time.zone, now), today };
};

// Whether the last day on which the offer stood is over.
const isOver = ({ data }, row, { today }) => Boolean(data.until?.[row]) && data.until[row] < today;

// What a mentor and the wishes have in common, hours aside; null for who doesn't come into question.
const fitOf = (market, row, wishes) => {
  const { data } = market;
  if (data.dimmed?.[row] || (wishes.name && !isCalled(data.title[row], wishes.name))) return null;
  const offers = wishes.skills.filter((slug) => market.offers[row].includes(slug));
  const near = wishes.skills.filter((slug) => !offers.includes(slug)).map((slug) => nearest(market, row, slug)).filter(Boolean);
  if (wishes.skills.length && !offers.length && !near.length) return null;
  const spoken = market.languages[row];
  const languages = wishes.languages.length ? spoken.filter((code) => wishes.languages.some((mine) => sameLanguage(mine, code))) : [];
  if (wishes.languages.length && spoken.length && !languages.length) return null;
  const places = data.places?.[row] ?? null;
  const status = market.status[row][0] ?? "";
  const standsBack = places === 0 || CLOSED.includes(status);
  if (wishes.placesOnly && (standsBack || places === null)) return null;
  return {
    row, offers, near, languages, places, status, standsBack,
    formats: wishes.formats.filter((each) => market.formats[row].includes(each)),
    level: Boolean(wishes.level) && market.levels[row].includes(wishes.level),
  };
};

// Whether each word is the beginning of a word of the name.
const isCalled = (title, name) => {
  const own = wordsOf(title);
  return wordsOf(name).every((start) => own.some((word) => word.startsWith(start)));
};

// A skill close to the wished one that the row offers: {wanted, offered, part}; a narrower one before a broader one.
const nearest = (market, row, wanted) => {
  const has = (slug) => market.offers[row].includes(slug);
  const below = (market.narrower.get(wanted) ?? []).filter(has);
  if (below.length) return { wanted, offered: below, part: NARROWER };
  const above = (market.broader.get(wanted) ?? []).filter(has);
  return above.length ? { wanted, offered: above, part: BROADER } : null;
};

// `pt` and `pt-BR` understand each other.
const sameLanguage = (one, other) => one.split("-")[0] === other.split("-")[0];

// The wished skills with which nobody can help.
export const withoutHelp = (market, skills) => skills.filter((slug) => !market.offered.has(slug) && !closeTo(market, slug).some((each) => market.offered.has(each)));

const closeTo = (market, slug) => [...(market.narrower.get(slug) ?? []), ...(market.broader.get(slug) ?? [])];

// What few offer weighs more; what nobody can help with weighs nothing.
const weightsOf = (market, skills) =>
  new Map(
    skills.map((slug) => {
      if (withoutHelp(market, [slug]).length) return [slug, 0];
      return [slug, Math.round(1000 * Math.log(1 + market.count / Math.max(market.offered.get(slug) ?? 0, 1)))];
    }),
  );

const minutesWith = ({ data }, row, { time, week }) => {
  const [zone, ranges] = [data.zone?.[row], data.hours?.[row]];
  return zone && ranges?.length ? sharedMinutes(time, { zone, ranges }, week) : null;
};

const pointsOf = (market, fit, wishes, weights) => {
  const total = [...weights.values()].reduce((sum, each) => sum + each, 0);
  let covered = 0;
  for (const slug of fit.offers) covered += WHOLE * weights.get(slug);
  for (const { wanted, part } of fit.near) covered += part * weights.get(wanted);
  return (
    (total ? Math.floor((SKILLS * covered) / (WHOLE * total)) : 0) +
    (fit.minutes === null ? HOURS / 4 : Math.floor((HOURS * Math.min(fit.minutes, ENOUGH_MINUTES)) / ENOUGH_MINUTES)) +
    partly(FORMAT, wishes.formats.length > 0, fit.formats.length > 0, market.formats[fit.row]) +
    partly(LEVEL, Boolean(wishes.level), fit.level, market.levels[fit.row]) +
    (fit.languages.length ? LANGUAGE : 0)
  );
};

// Half of the points for who says nothing of it.
const partly = (points, wished, met, said) => {
  if (!wished) return 0;
  if (met) return points;
  return said.length ? 0 : points / 2;
};
