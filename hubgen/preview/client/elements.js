/* Makes the preview's own elements, out of reach of the page's styles and scripts; all text is text. */

export function make(name, { text, ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  if (text !== undefined) element.textContent = text;
  element.append(...children.filter(Boolean));
  return element;
}

/* A room of the preview's own at the end of the page. */
export function makeRoom(own) {
  const host = make("hubgen-preview", { lang: "en", dir: "ltr" });
  const room = host.attachShadow({ mode: "open" });
  room.append(make("link", { rel: "stylesheet", href: new URL("preview.css", own) }));
  document.documentElement.append(host);
  return room;
}
