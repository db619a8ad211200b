// Cards of nobody, which the search page has for each collection; other pages borrow them from it.

let room = document;

export const specimensOf = (collection) => room.querySelector(`template.card-specimen[data-collection="${CSS.escape(collection)}"]`);

// A copy of that part of the collection's card; null where there is none.
export const partOf = (collection, selector) => specimensOf(collection)?.content.querySelector(selector)?.cloneNode(true) ?? null;

// Reads them from the search page, whose address that is.
export const borrowSpecimens = async (address) => {
  if (room !== document) return;
  const answer = await fetch(address);
  if (answer.ok) room = new DOMParser().parseFromString(await answer.text(), "text/html");
};
