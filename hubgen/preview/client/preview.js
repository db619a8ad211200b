/* Follows the hub while somebody edits it: the first script of each page, so that it sees the page as it came. */

import { Chip } from "./chip.js";
import { makeRoom } from "./elements.js";
import { follow } from "./following.js";
import { restore } from "./keeping.js";
import { Overlay } from "./overlay.js";
import { ShownPage } from "./shown-page.js";

const tag = document.querySelector("script[data-token][data-digest]");

start(tag);

function start({ dataset, src }) {
  const own = new URL("./", src);
  /* Before anything is added to the page. */
  const page = new ShownPage(dataset.digest);
  const room = makeRoom(own);
  const overlay = new Overlay(room, own);
  const chip = new Chip(room, own, { onOpen: () => overlay.open() });
  restore();
  follow({
    own,
    page: dataset.page,
    token: dataset.token,
    revision: dataset.revision,
    onState: (state) => {
      chip.show(state);
      overlay.follow(state);
      page.follow(state);
    },
    onQuiet: (isQuiet) => chip.quiet(isQuiet),
  });
}
