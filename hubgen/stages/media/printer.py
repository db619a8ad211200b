"""Makes the files of a picture, or takes them from the shelf."""

import msgspec
from msgspec import Struct

from hubgen.files.reading import HubFolder, Unreadable
from hubgen.files.shelf import Shelf
from hubgen.files.stamps import digest_of
from hubgen.stages.media.darkroom import Darkroom
from hubgen.stages.media.prints import Print, Prints
from hubgen.stages.media.recipe import LARGEST_FILE, VERSION, Facts, Problem


class Printer(Struct, frozen=True):
    """What is needed to turn a picture of the hub into files of the site."""

    folder: HubFolder
    shelf: Shelf
    darkroom: Darkroom

    def facts(self, data: bytes) -> Facts | Problem:
        """What the picture is: as remembered, or as seen by decoding all of it."""
        key = f"{digest_of(data)}-{VERSION}"
        remembered = _facts_from(self.shelf.get(key))
        if remembered is not None:
            return remembered
        facts = self.darkroom.inspect(data)
        if isinstance(facts, Facts):
            self.shelf.put(key, msgspec.msgpack.encode(facts))
        return facts

    def make(self, path: str, prints: Prints, wanted: Print) -> bytes:
        """The bytes of one print; raises Unreadable when the picture has vanished or was damaged since."""
        kept = self.shelf.get(wanted.digest)
        if kept is not None:
            return kept
        data = self.folder.read(path, LARGEST_FILE)
        # Decoding takes longest, so all prints are made at once where there is a place to keep them.
        together = prints.all if self.shelf.folder is not None else (wanted,)
        developed = self.darkroom.develop(data, tuple(each.variant for each in together))
        if isinstance(developed, Problem):
            reason = f"the picture '{path}' {developed.reason}"
            raise Unreadable(reason, developed.code, developed.help)
        made = dict(zip(together, developed.files, strict=True))
        for each, content in made.items():
            self.shelf.put(each.digest, content)
        return made[wanted]


def _facts_from(data: bytes | None) -> Facts | None:
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=Facts)
    except msgspec.DecodeError:
        return None
