// Whether one can apply today: before the first day, in between, or after the last one. Without this script the page says
// the days, and the way in is there all the time.
const morning = (day) => new Date(`${day}T00:00:00`).getTime();
const midnight = (day) => new Date(`${day}T23:59:59.999`).getTime();

export const stateOf = ({ opens, closes }, now) => {
  if (closes && midnight(closes) < now) return "over";
  if (opens && now < morning(opens)) return "before";
  return "open";
};

for (const doorway of document.querySelectorAll(".doorway")) {
  doorway.dataset.state = stateOf(doorway.dataset, Date.now());
}
