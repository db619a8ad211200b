// Cards made in the browser out of the theme's own: a template holds cards of nobody, with `{}` where words belong.

const SIGN = "{}";
const RELATIONS = ["offers", "seeks", "about"];

// A card for the row, out of `<template class="card-specimen">`. A row:
// {url, title, lang?, summary?, picture?: {src, width, height, alt}, avatar?: {initials, pattern},
//  leaf?: {month, day, weekday}, chips?: [{label, url, relation, match?}],
//  facts?: [{label, texts}] or [text], start?: {iso, text, zone}, end?,
//  later?: [{end, start, leaf}], badges?: [text], dimmed?, reasons?: [text]}
// What it lacks isn't in the card. Nothing of it is ever read as HTML.
export const makeCard = (template, row) => {
  const card = specimenFor(template, row).cloneNode(true);
  card.classList.toggle("is-dimmed", Boolean(row.dimmed));
  setFace(card, row);
  setTitle(card, row);
  setOrRemove(card.querySelector(".card-summary"), row.summary);
  setTime(card, row);
  setEach(card.querySelector(".badge:not(.badge-past)"), row.badges, fillIn);
  setFacts(card.querySelector(".card-facts"), row.facts);
  setChips(card.querySelector(".chips"), row.chips);
  setLanguage(card, row.lang);
  addReasons(card, row.reasons);
  return card;
};

// The specimen with the same kind of face: what has dates shows a day, then comes the picture, then what is drawn.
const specimenFor = (template, row) => {
  const cards = [...template.content.querySelectorAll(".card")];
  const having = (part) => cards.find((card) => card.querySelector(`.card-side ${part}`));
  return (
    (row.leaf && having(".leaf")) ||
    (row.picture && having("img")) ||
    (row.avatar && (having(`.avatar-${row.avatar.pattern}`) ?? having(".avatar"))) ||
    cards[0]
  );
};

// Puts the text where the sign stands; into the element itself when nothing in it has the sign.
const fillIn = (element, text) => {
  const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const node = words.currentNode;
    if (node.data.includes(SIGN)) {
      node.data = node.data.replace(SIGN, () => text);
      return;
    }
  }
  element.textContent = text;
};

const setOrRemove = (element, text) => {
  if (!element) return;
  if (text) fillIn(element, text);
  else element.remove();
};

// As many of the element as there are values, in its place; none, with the space before it, where there are no values.
const setEach = (element, values, set) => {
  if (!element) return [];
  const made = (values ?? []).map((value) => {
    const copy = element.cloneNode(true);
    set(copy, value);
    return copy;
  });
  element.replaceWith(...made.flatMap((each, place) => (place ? [" ", each] : [each])));
  return made;
};

const setFace = (card, row) => {
  const side = card.querySelector(".card-side");
  if (!side) return;
  const leaf = side.querySelector(".leaf");
  const image = side.querySelector("img");
  const avatar = side.querySelector(".avatar");
  if (leaf && row.leaf) {
    for (const [part, words] of Object.entries(row.leaf)) setOrRemove(leaf.querySelector(`.leaf-${part}`), words);
  } else if (image && row.picture) setImage(image, row.picture);
  else if (avatar && row.avatar) fillIn(avatar, row.avatar.initials);
  else side.remove();
};

const setImage = (image, picture) => {
  for (const source of image.parentElement.querySelectorAll("source")) source.remove();
  image.removeAttribute("srcset");
  image.removeAttribute("sizes");
  image.width = picture.width;
  image.height = picture.height;
  image.alt = picture.alt ?? "";
  image.src = picture.src;
};

const setTitle = (card, row) => {
  const link = card.querySelector(".card-title a");
  link.href = row.url;
  fillIn(link, row.title);
};

const setTime = (card, row) => {
  const past = card.querySelector(".badge-past");
  if (row.end) card.dataset.end = row.end;
  else {
    past?.remove();
    delete card.dataset.end;
  }
  const place = card.querySelector(".card-time");
  if (row.start) setMoment(place, row.start);
  else place?.remove();
  const later = card.querySelector(".later-dates");
  if (row.start && row.later?.length) setEach(later?.firstElementChild, row.later, setLater);
  else later?.remove();
};

// A date of a series that waits until the one before it is over (`js/times.js`).
const setLater = (place, { end, start, leaf }) => {
  Object.assign(place.dataset, { until: end, ...leaf });
  setMoment(place, start);
};

const setMoment = (place, start) => {
  const time = place?.querySelector("time");
  if (!time) return;
  time.dateTime = start.iso;
  fillIn(time, start.text);
  const zone = place.querySelector(".zone");
  if (start.zone) {
    time.dataset.zone = start.zone;
    if (zone) zone.textContent = start.zone.replaceAll("_", " ");
  } else {
    delete time.dataset.zone;
    zone?.remove();
  }
};

const setFacts = (list, facts) => {
  if (!list) return;
  if (!facts?.length) {
    list.remove();
    return;
  }
  setEach(list.firstElementChild, facts.map(asFact), (part, { label, texts }) => {
    const name = part.querySelector("dt");
    if (name && label) fillIn(name, label);
    else name?.remove();
    setEach(part.querySelector("dd"), texts, fillIn);
  });
};

const asFact = (fact) => (typeof fact === "string" ? { label: "", texts: [fact] } : fact);

const setChips = (list, chips) => {
  if (!list) return;
  if (!chips?.length) {
    list.remove();
    return;
  }
  const specimens = Object.fromEntries(RELATIONS.map((relation) => [relation, list.querySelector(`.chip-${relation}`)?.closest("li")]));
  list.replaceChildren(
    ...chips.map((chip) => {
      const item = (specimens[chip.relation] ?? specimens.about ?? list.firstElementChild).cloneNode(true);
      const link = item.querySelector(".chip");
      link.href = chip.url;
      link.classList.toggle("chip-match", Boolean(chip.match));
      fillIn(link, chip.label);
      return item;
    }),
  );
};

// Parts in the content's language are marked in the specimen.
const setLanguage = (card, lang) => {
  for (const part of card.querySelectorAll("[lang]")) {
    if (lang) part.lang = lang;
    else {
      part.removeAttribute("lang");
      part.removeAttribute("dir");
    }
  }
};

const addReasons = (card, reasons) => {
  if (!reasons?.length) return;
  const list = document.createElement("ul");
  list.className = "card-reasons";
  list.append(
    ...reasons.map((reason) => {
      const item = document.createElement("li");
      item.textContent = reason;
      return item;
    }),
  );
  const text = card.querySelector(".card-text") ?? card;
  text.insertBefore(list, text.querySelector(":scope > .chips"));
};
