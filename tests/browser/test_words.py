"""Scripts count as the pages do: in every language, by its own plural rule and with its own digits."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hubgen.theme.messages import Message, Messages
from tests.kit import site
from tests.kit.browsing import visit
from tests.kit.modules import in_page
from tests.kit.serving import served

pytestmark = pytest.mark.browser

FORMS = {"zero": "nil", "one": "{n} eins", "two": "{n} zwei", "few": "{n} few {who}"} | {
    "many": "{n} many",
    "other": "{n} other",
}
NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100, 102, 12345, 1_000_000)


@pytest.mark.parametrize("locale", ["en", "fr", "es", "de", "ar", "pl", "ja"])
def test_scripts_count_as_pages_do(browser: Browser, locale: str) -> None:
    hub = site("-- content/members/ada.yaml --\nname: Ada\n")
    hub.build()
    messages = Messages(locale, {"count": Message(locale, FORMS)})
    given = {"forms": messages.forms("count"), "numbers": NUMBERS}
    body = "return given.numbers.map((n) => words.plural(given.forms, n, {who: 'Ada'}));"
    with served(Path(hub.out)) as address, visit(browser, address, "") as page:
        counted = in_page(page, hub.out, ("words",), body, given)
    assert counted == [messages.text("count", n=n, who="Ada") for n in NUMBERS]


def test_a_message_that_nobody_wrote_is_its_key() -> None:
    assert Messages("fr").forms("finder.lost") == '{"lang":"fr","other":"finder.lost"}'
