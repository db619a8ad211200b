"""Kinds that are kept as a code of the world's: web and e-mail addresses, languages, countries, licences."""

from hubgen.kinds.kind import kind_of_text, text_of, text_taken_for
from hubgen.kinds.schema_shapes import LITERALS, written
from hubgen.kinds.sheet import Schema, Sheet
from hubgen.model.schema import Field
from hubgen.text.countries import read_country
from hubgen.text.email_addresses import (
    ADDRESS_FORM,
    LONGEST_ADDRESS,
    LONGEST_LOCAL_PART,
    read_email,
)
from hubgen.text.languages import read_language
from hubgen.text.licenses import read_license
from hubgen.text.web_addresses import read_web_address

_WEB_ADDRESS = r"[Hh][Tt][Tt][Pp][Ss]?://\S*"
"""How each begins; which hosts and ports there can be, a pattern doesn't tell."""
_CODE = text_taken_for("string", "boolean")
"""One of a long list, which hubgen knows in several languages; `NO` is Norway, and no to some."""


def _email(_: Field, sheet: Sheet) -> Schema:
    if not sheet.forbids("HG345"):
        return {"type": LITERALS}
    form = rf"(?=[^@]{{1,{LONGEST_LOCAL_PART}}}@){ADDRESS_FORM}"
    return written(form, longest=LONGEST_ADDRESS)


CODE_KINDS = (
    kind_of_text("url", read_web_address, str, text_of(_WEB_ADDRESS, "HG340")),
    kind_of_text("email", read_email, str, _email),
    kind_of_text("language", read_language, str, _CODE),
    kind_of_text("locale", read_language, str, _CODE),
    kind_of_text("country", read_country, str, _CODE),
    kind_of_text("license", read_license, str, _CODE),
)
