// What depends on now and on the reader's place: which dates are past, which is next, and when they begin on the reader's clock.
"use strict";

(() => {
  const language = document.documentElement.lang;

  // A day without an hour lasts until midnight on the reader's clock.
  const isOver = (end, now) => new Date(end.includes("T") ? end : `${end}T23:59:59.999`).getTime() < now;

  const mark = (element, now) => {
    const over = isOver(element.dataset.end, now);
    element.classList.toggle("is-past", over);
    const badge = element.querySelector(".badge-past");
    if (badge) badge.hidden = !over;
  };

  // A series goes on: once its date is over, its card and its page show the next one that isn't.
  const advance = (element, now) => {
    const later = element.querySelector(".later-dates");
    if (!later || !isOver(element.dataset.end, now)) return;
    const next = [...later.querySelectorAll("[data-until]")].find((each) => !isOver(each.dataset.until, now));
    if (!next) return;
    element.dataset.end = next.dataset.until;
    const place = element.querySelector(".main-date");
    place?.replaceChildren(...[...next.childNodes].map((each) => each.cloneNode(true)));
    const leaf = next.dataset;
    for (const part of ["month", "day", "weekday"]) {
      const written = element.querySelector(`.leaf-${part}`);
      if (written && leaf[part]) written.textContent = leaf[part];
    }
  };

  // A series that has gone on to a later date stands behind what comes before that.
  const inOrder = (list) => {
    const items = [...list.children];
    const end = (item) => item.querySelector("[data-end]")?.dataset.end ?? "";
    const sorted = [...items].sort((one, other) => new Date(end(one)) - new Date(end(other)));
    if (sorted.some((item, place) => item !== items[place])) list.append(...sorted);
    return sorted;
  };

  const keepLists = (now) => {
    for (const list of document.querySelectorAll("[data-coming]")) {
      // What is over makes room for what waits behind.
      const places = Number(list.dataset.coming);
      let shown = 0;
      for (const item of inOrder(list)) {
        const dated = item.querySelector("[data-end]");
        item.hidden = (dated !== null && isOver(dated.dataset.end, now)) || shown >= places;
        if (!item.hidden) shown += 1;
      }
      const empty = list.nextElementSibling;
      if (empty?.matches(".coming-empty")) empty.hidden = shown > 0;
    }
  };

  // To make one takes far longer than to use it, and the times of a page share their zones.
  const formats = new Map();
  const written = (moment, locale, options) => {
    const name = [locale, ...Object.values(options)].join();
    if (!formats.has(name)) formats.set(name, new Intl.DateTimeFormat(locale, options));
    return formats.get(name).format(moment);
  };

  // The day and the hour: "17/11/2026, 18:00".
  const clock = (moment, timeZone) => written(moment, "en-GB", { timeZone, dateStyle: "short", timeStyle: "short" });
  const day = (moment, timeZone) => clock(moment, timeZone).split(",")[0];

  const addYourTime = (element) => {
    if (element.dataset.noted) return;
    element.dataset.noted = "yes";
    const moment = new Date(element.dateTime);
    if (Number.isNaN(moment.getTime())) return;
    const there = element.dataset.zone;
    let parts = { hour: "numeric", minute: "2-digit" };
    try {
      // Clocks are compared and not the names of zones: Oslo and Berlin agree.
      if (clock(moment, there) === clock(moment)) return;
      if (day(moment, there) !== day(moment)) parts = { weekday: "short", day: "numeric", month: "short", ...parts };
    } catch {
      return; // This browser doesn't know the zone.
    }
    const time = written(moment, language, { ...parts, numberingSystem: "latn" });
    const note = document.createElement("span");
    note.className = "your-time";
    note.textContent = document.body.dataset.yourTime.replace("{time}", time);
    const zone = element.nextElementSibling?.matches(".zone") ? element.nextElementSibling : element;
    zone.after(" ", note);
  };

  // What is past now and what comes next, in these parts of the page.
  const date = (parts, now) => {
    const dated = parts.flatMap((part) => [...part.querySelectorAll("[data-end]")]);
    dated.forEach((each) => advance(each, now));
    dated.forEach((each) => mark(each, now));
  };

  const look = () => {
    const now = Date.now();
    date([document], now);
    keepLists(now);
    // Days on which something opens or closes: what holds before is hidden after, and the other way round.
    for (const each of document.querySelectorAll("[data-shown-from], [data-shown-to]")) {
      const { shownFrom, shownTo } = each.dataset;
      each.hidden = (shownFrom !== undefined && new Date(`${shownFrom}T00:00:00`).getTime() > now)
        || (shownTo !== undefined && isOver(shownTo, now));
    }
    document.dispatchEvent(new CustomEvent("times", { detail: now }));
  };

  const addYourTimes = (part) => part.querySelectorAll("time[data-zone]").forEach(addYourTime);

  look();
  addYourTimes(document);
  // Scripts that add dates to a page say so, and in which parts of it if these stand alone.
  document.addEventListener("dates", ({ detail: parts }) => {
    if (parts) date(parts, Date.now());
    else look();
    (parts ?? [document]).forEach(addYourTimes);
  });
  // A page may lie open for days.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
})();
