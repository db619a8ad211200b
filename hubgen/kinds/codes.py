"""Kinds that are kept as a code of the world's: web and e-mail addresses, languages, countries, licences."""

from hubgen.kinds.kind import kind_of_text
from hubgen.text.countries import read_country
from hubgen.text.email_addresses import read_email
from hubgen.text.languages import read_language
from hubgen.text.licenses import read_license
from hubgen.text.web_addresses import read_web_address

CODE_KINDS = (
    kind_of_text("url", read_web_address, str),
    kind_of_text("email", read_email, str),
    kind_of_text("language", read_language, str),
    kind_of_text("locale", read_language, str),
    kind_of_text("country", read_country, str),
    kind_of_text("license", read_license, str),
)
