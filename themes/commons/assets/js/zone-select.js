// A list of the world's time zones, by continent, with the reader's own chosen.
"use strict";

const READABLE = /_/g;

// Fills the select; `zone` is chosen even when this browser doesn't list it.
export const fillZones = (select, zone) => {
  const zones = Intl.supportedValuesOf?.("timeZone") ?? [];
  const groups = new Map();
  for (const each of [...new Set([zone, "UTC", ...zones])].sort()) {
    const [continent, ...rest] = each.split("/");
    const name = rest.length ? continent : "UTC";
    groups.set(name, [...(groups.get(name) ?? []), option(each, rest.join(" / ") || each)]);
  }
  select.replaceChildren(...[...groups].map(([name, options]) => group(name, options)));
  select.value = zone;
};

// Chooses the zone, adding it first where it is missing: browsers call some zones by older names.
export const chooseZone = (select, zone) => {
  if (![...select.options].some((each) => each.value === zone)) select.prepend(option(zone, zone.replace(READABLE, " ")));
  select.value = zone;
};

const option = (zone, label) => new Option(label.replace(READABLE, " "), zone);

const group = (name, options) => {
  const made = document.createElement("optgroup");
  made.label = name;
  made.append(...options);
  return made;
};
