"""Decides about every link and picture of a text: what points into the hub is numbered, what is unsafe is dropped."""

from markdown_it.token import Token
from msgspec import Struct, field

from hubgen.diagnostics import Report, Span
from hubgen.model.values import BodyImage, BodyLink
from hubgen.text.markdown.addresses import (
    FOREIGN,
    Inside,
    Outside,
    Refused,
    is_remote,
    read_address,
    shown,
)
from hubgen.text.markdown.attributes import safe_attributes
from hubgen.text.markdown.places import Places
from hubgen.text.markdown.sanitizing import without_forged_markers
from hubgen.text.markdown.words import inline_words


class Linker(Struct):
    """The links and pictures of one text, found so far."""

    places: Places
    report: Report
    links: list[BodyLink] = field(default_factory=list)
    images: list[BodyImage] = field(default_factory=list)
    in_row: bool = False

    def complain(self, code: str, span: Span, message: str, way_out: str) -> None:
        """Put down a problem."""
        self.report.add(code, span, message, help=way_out)

    def begin_row(self) -> None:
        """From here on, inline texts are cells of one table row."""
        self.in_row = True
        self.places.cells.clear()

    def end_row(self) -> None:
        """The row is over."""
        self.in_row = False
        self.places.cells.clear()

    def read(self, inline: Token) -> None:
        """Decide about everything inside one inline text."""
        if self.in_row:
            self.places.cells.append(inline.content)
        opened: list[Token] = []
        for index, token in enumerate(inline.children or ()):
            if token.type == "link_open":
                self._open(inline, index, nested=bool(opened))
                opened.append(token)
            elif token.type == "link_close":
                _close(token, opened.pop())
            elif token.type == "target_title":
                _name_target(token, opened[-1])
            elif token.type == "image":
                self._image(inline, token)
            elif token.type == "html_inline":
                token.content = without_forged_markers(token.content)
            elif token.attrs:
                token.attrs = {**safe_attributes(token)}

    def _open(self, inline: Token, index: int, *, nested: bool) -> None:
        token = (inline.children or [])[index]
        written = str(token.attrs.get("href", "")).strip()
        address = read_address(written)
        if nested:
            # An address in angle brackets among a link's words makes no second link.
            token.type = "dropped"
        elif isinstance(address, Refused):
            self._refuse(token, written, address, self.places.span(inline, token))
        elif isinstance(address, Outside):
            self._check_words(inline, index, written)
            _lead_out(token, address)
        else:
            self._check_words(inline, index, written)
            token.type = "hub_link_open"
            token.meta["number"] = len(self.links)
            span = self.places.span(inline, token)
            self.links.append(BodyLink(address.target, address.fragment, span))

    def _refuse(self, token: Token, written: str, address: Refused, span: Span) -> None:
        token.type = "dropped"
        self.complain(
            "HG901",
            span,
            f"the link to '{shown(written)}' is left out: {address.reason}",
            "write a complete address that begins with https://, or link to an entry: `members/ada`",
        )

    def _check_words(self, inline: Token, index: int, written: str) -> None:
        """A link without words is given its address as words, or its target's title."""
        children = inline.children or []
        if children[index + 1].type != "link_close":
            return
        self.complain(
            "HG902",
            self.places.span(inline, children[index]),
            f"the link to '{shown(written)}' has no words",
            "write what it leads to between the square brackets",
        )
        inside = isinstance(read_address(written), Inside)
        children.insert(
            index + 1, Token("target_title" if inside else "text", "", 0, content=written)
        )

    def _image(self, inline: Token, token: Token) -> None:
        file = str(token.attrs.get("src", "")).strip()
        alt = inline_words(token.children or ())
        span = self.places.span(inline, token)
        if is_remote(file):
            self._refuse_remote(token, file, alt, span)
            return
        if not alt:
            self.complain(
                "HG602",
                span,
                f"the picture '{shown(file)}' has no words for people who can't see it",
                "describe it in the square brackets: `![Ada at the blackboard](ada.jpg)`",
            )
        address = read_address(file)
        title = str(token.attrs.get("title", ""))
        token.type = "hub_image"
        token.meta["number"] = len(self.images)
        name = address.target if isinstance(address, Inside) else file
        self.images.append(BodyImage(name, alt, title, span))

    def _refuse_remote(self, token: Token, file: str, alt: str, span: Span) -> None:
        token.type, token.content, token.children = "text", alt, None
        self.complain(
            "HG601",
            span,
            f"the picture '{shown(file)}' lies on another server",
            "save it beside the entry and write its file name: visitors' browsers ask no other server",
        )


def _close(token: Token, opening: Token) -> None:
    if opening.type == "dropped":
        token.type = "dropped"
    elif opening.type == "hub_link_open":
        token.type = "hub_link_close"
        token.meta["number"] = opening.meta["number"]


def _name_target(token: Token, opening: Token) -> None:
    """The title of the entry that a link leads to; plain words where the link itself was dropped."""
    if "number" in opening.meta:
        token.meta["number"] = opening.meta["number"]
    else:
        token.type = "text"


def _lead_out(token: Token, address: Outside) -> None:
    title = str(token.attrs.get("title", ""))
    kept: dict[str, str | int | float] = {"href": address.url, **safe_attributes(token)}
    if title:
        kept["title"] = title
    if address.is_web:
        kept["rel"] = FOREIGN
    token.attrs = kept
