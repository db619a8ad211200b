// What depends on now and on the reader's place: which events are past, and when they begin on the reader's clock.
"use strict";

(() => {
  const now = Date.now();

  const markPast = (element) => {
    // A day without an hour lasts until midnight on the reader's clock.
    const end = element.dataset.end;
    const moment = new Date(end.includes("T") ? end : `${end}T23:59:59`);
    if (!(moment.getTime() < now)) return;
    element.classList.add("is-past");
    const badge = element.querySelector(".badge-past");
    if (badge) badge.hidden = false;
  };

  const clock = (moment, timeZone) =>
    new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "short" }).format(moment);

  const addYourTime = (element) => {
    const moment = new Date(element.dateTime);
    if (Number.isNaN(moment.getTime())) return;
    try {
      // Clocks are compared and not the names of zones: Oslo and Berlin agree.
      if (clock(moment, element.dataset.zone) === clock(moment)) return;
    } catch {
      return; // This browser doesn't know the zone.
    }
    const language = document.documentElement.lang;
    const time = new Intl.DateTimeFormat(language, {
      weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit",
    }).format(moment);
    const note = document.createElement("span");
    note.className = "your-time";
    note.textContent = document.body.dataset.yourTime.replace("{time}", time);
    const zone = element.nextElementSibling?.matches(".zone") ? element.nextElementSibling : element;
    zone.after(" ", note);
  };

  document.querySelectorAll("[data-end]").forEach(markPast);
  document.querySelectorAll("time[data-zone]").forEach(addYourTime);
})();
