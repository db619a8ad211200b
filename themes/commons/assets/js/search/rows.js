// A result in few lines: its face, what it is called and says, what it is.
import { element, marked } from "./elements.js";
import { partOf } from "./specimens.js";

// The cells of the row; `title` is what holds the title.
export const cells = (row, title) => {
  const spoken = (made) => {
    if (row.lang) made.lang = row.lang;
    made.dir = "auto";
    return made;
  };
  title.append(marked(row.title, row.terms));
  const body = element("span", "found-words", spoken(title));
  if (row.summary) body.append(spoken(element("span", "found-summary", marked(row.summary, row.terms))));
  if (row.excerpt) body.append(spoken(element("span", "found-excerpt", marked(row.excerpt, row.terms))));
  const skills = row.skills.map(([, name]) => name).join(" · ");
  if (skills) body.append(element("span", "found-skills", marked(skills, row.terms)));
  return [face(row), body, element("span", "found-kind", row.collection.label)];
};

// A leaf for what has a day, a picture, the person's own drawing; else the mark of its collection.
const face = ({ leaf, picture, avatar, collection }) => {
  const made = element("span", "found-face");
  made.ariaHidden = "true";
  if (leaf) {
    made.classList.add("found-leaf");
    made.append(element("span", "found-month", leaf.month), element("span", "found-day", leaf.day));
  } else if (picture) {
    const image = element("img");
    image.alt = "";
    image.src = picture.src;
    made.append(image);
  } else if (avatar) {
    made.append(drawn(avatar, collection.value));
  } else {
    made.append(partOf(collection.value, ".card-kind .icon") ?? "");
  }
  return made;
};

const drawn = ({ initials, pattern }, collection) => {
  const avatar = partOf(collection, `.avatar-${pattern}`);
  if (!avatar) return element("span", `found-initials avatar-${pattern}`, initials);
  avatar.querySelector("text").textContent = initials;
  return avatar;
};
