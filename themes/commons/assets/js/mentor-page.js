// A mentor's page: their times on the reader's clock, and a first message that names what the reader wished for in the finder.
"use strict";

import { freeMoments, guessedZone, inCommon, knowsZone, offsetAt, weekOf } from "./hours.js";
import { freeTimeOf, readWishes, wishesAnything } from "./wishes.js";
import { fill } from "./words.js";

const place = document.querySelector(".reach");
const box = place?.querySelector("textarea");
const words = box?.dataset ?? {};
const wishes = readWishes(location.hash);
const language = document.documentElement.lang;
const mine = wishes.zone || guessedZone();
const theirs = place?.dataset.zone ?? "";
const now = Date.now();
const DAY = 86_400_000;
const NOTICE = 2 * DAY;
const AHEAD = 16 * DAY;
const LONG_ENOUGH = 1_800_000;

const readable = (zone) => zone.replaceAll("_", " ");

const clock = (zone, more) =>
  new Intl.DateTimeFormat(language, { timeZone: zone, hour: "numeric", minute: "2-digit", numberingSystem: "latn", ...more });

const sameClocks = () => [now, now + AHEAD].every((moment) => offsetAt(mine, moment) === offsetAt(theirs, moment));

const stretches = () => [...place.querySelectorAll("[data-stretch]")].map((row) => [row, row.dataset.stretch.split(" ").map(Number)]);

// `Mon, 6:00 – 9:00 PM`; over midnight both days are named.
const stretch = (from, to) => {
  const day = new Intl.DateTimeFormat(language, { timeZone: mine, weekday: "short" });
  const shown = clock(mine, { weekday: "short" });
  return day.format(from) === day.format(to) ? shown.formatRange(from, to) : `${shown.format(from)} – ${shown.format(to)}`;
};

// Adds what the times are on the reader's clock, where that is another one.
const addMyTimes = () => {
  const head = place.querySelector(".reach-mine-head");
  if (!head || !knowsZone(theirs) || sameClocks()) return;
  const week = weekOf(theirs, now);
  head.textContent = fill(head.dataset.text, { zone: readable(mine) });
  head.hidden = false;
  for (const [row, range] of stretches()) {
    const cell = row.querySelector(".reach-mine");
    const [moment] = freeMoments({ zone: theirs, ranges: [range] }, week);
    if (moment) cell.textContent = stretch(...moment);
    cell.hidden = false;
  }
};

// The first hour in the next two weeks, not before the day after tomorrow, that suits both.
const suitable = () => {
  const ahead = { from: now + NOTICE, to: now + AHEAD };
  const common = inCommon(
    freeMoments(freeTimeOf(wishes), ahead),
    freeMoments({ zone: theirs, ranges: stretches().map(([, range]) => range) }, ahead),
  );
  return common.find(([from, to]) => to - from >= LONG_ENOUGH)?.[0];
};

const proposal = () => {
  if (!knowsZone(theirs) || !stretches().length) return words.proposal;
  const moment = suitable();
  if (!moment) return words.apart;
  const long = { weekday: "long", day: "numeric", month: "long" };
  const values = { time: clock(theirs, long).format(moment), zone: readable(theirs), mine: clock(mine, long).format(moment) };
  return sameClocks() ? fill(words.suits, values) : fill(words.shared, values);
};

// What the reader wished for and this mentor offers, from the finder's data; nothing when it can't be had.
const sharedWishes = async () => {
  const [{ loadFinder }, { clockFor, marketOf, matchAt }, { listed, namesIn }] = await Promise.all([
    import("./finder-data.js"), import("./match.js"), import("./reasons.js"),
  ]);
  const data = await loadFinder(place.dataset.url);
  const market = marketOf(data);
  const row = data.slug.indexOf(place.dataset.slug);
  const fit = row < 0 ? null : matchAt(market, row, wishes, clockFor(wishes, now));
  if (!fit) return {};
  const names = namesIn(market);
  const skills = [...fit.offers, ...fit.near.flatMap((each) => each.offered)];
  return {
    asking: skills.length ? fill(words.wished, { skills: listed(skills.map(names.skill)) }) : "",
    languages: fit.languages.length ? fill(words.languages, { languages: listed(fit.languages.map(names.language)) }) : "",
  };
};

const write = async () => {
  const { asking, languages } = location.protocol === "file:" ? {} : await sharedWishes();
  const time = [proposal(), languages].filter(Boolean).join(" ");
  // Who has begun to write keeps what is written.
  if (box.value === box.defaultValue) box.value = [words.opening, asking || words.asking, words.trying, time, words.closing].join("\n\n");
};

const copy = async () => {
  const said = place.querySelector(".reach-copied");
  try {
    await navigator.clipboard.writeText(box.value);
    said.textContent = words.copied;
  } catch {
    box.focus();
    box.select();
    said.textContent = words.select;
  }
};

if (box) {
  addMyTimes();
  const button = place.querySelector(".reach-copy");
  button.hidden = false;
  button.addEventListener("click", copy);
  if (wishesAnything(wishes)) write();
}
