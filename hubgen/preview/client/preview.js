/* Follows the hub while somebody edits it: the first script of each page, so that it sees the page as it came. */

import { Chip } from "./chip.js";
import { makeRoom } from "./elements.js";
import { follow } from "./following.js";
import { restore } from "./keeping.js";
import { Overlay } from "./overlay.js";
import { ShownPage } from "./shown-page.js";

const LIST = "/__hubgen/problems";
const tag = document.querySelector("script[data-token][data-digest]");

start(tag);

function start({ dataset, src }) {
  const own = new URL("./", src);
  /* Before anything is added to the page. */
  const page = new ShownPage(dataset.digest);
  const room = makeRoom(own);
  const isList = dataset.page === LIST;
  const overlay = new Overlay(room, own);
  const chip = new Chip(room, own, { onOpen: isList ? null : () => overlay.open() });
  restore();
  let known = dataset.revision;
  follow({
    own,
    page: dataset.page,
    token: dataset.token,
    revision: dataset.revision,
    onState: (state, now) => {
      chip.show(state);
      /* The list of all problems needs none of them over it. */
      if (!isList) overlay.follow(state);
      page.follow(state);
      /* Data that the page has loaded, for searching or choosing, may be old now: its scripts listen for this. */
      if (now !== known) document.dispatchEvent(new Event("edited"));
      known = now;
    },
    onQuiet: (isQuiet) => chip.quiet(isQuiet),
  });
}
