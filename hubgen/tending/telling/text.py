"""What there is to ask, for people at a terminal: nothing in it acts on the terminal."""

from collections.abc import Iterable, Iterator

from hubgen.diagnostics.rendering.cells import shown
from hubgen.tending.asks import Ask, Contact


def render(asks: Iterable[Ask]) -> str:
    """A few lines for each entry, with a blank one between them; empty text for none."""
    return "\n\n".join("\n".join(_lines(each)) for each in asks)


def _lines(ask: Ask) -> Iterator[str]:
    yield f"{shown(str(ask.span))}: {shown(ask.title)} ({shown(ask.key)})"
    for reason in ask.reasons:
        yield f"   {reason.name}: {shown(reason.words)}"
    if whom := shown(_whom(ask.contact)):
        yield f"   ask: {whom}"


def _whom(contact: Contact) -> str:
    email = f"{contact.name} <{contact.email}>" if contact.email else ""
    account = f"@{contact.account.removeprefix('@')}" if contact.account else ""
    return ", ".join(each for each in (email, account) if each)
