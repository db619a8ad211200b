"""hubgen and the browser take texts apart into the same words, or search would look for words that its index spells otherwise.

Left out is what only one of the two can know: signs that Python's Unicode hasn't assigned yet are never asked for, and
texts with a sign that the browser's hasn't are passed over there. Signs for private use have no meaning in either.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from hubgen.text.folded_words import words_of
from tests.kit.browsing import visit
from tests.kit.modules import in_page

pytestmark = pytest.mark.browser

BATCH = 25_000
ASK = r"""
    const known = (text) => /^\p{Assigned}*$/u.test(text);
    return JSON.stringify(JSON.parse(given).map((text) => known(text) ? search_words.words(text) : null));
"""
SENTENCES = [
    "We’re learning C++, C# and F#; the “naïve” co-op’s 2nd café opens at 5pm_sharp!",
    "L’été, à l’école d’Œuvres-sur-Saône, on répare ½ douzaine de vélos… n°5.",
    "Die Straße nach Łódź, fünf Äpfel, ẞ und ﬁnnische Ölgemälde.",
    "İstanbul’da ılık bir gün; IŞIK ışık.",
    "Η ΟΔΟΣ της Αθήνας: ὁ λόγος, ϲ.",
    "Ещё раз: ёлка, Київ, їжак и й.",
    "مُعَلِّمٌ في المَدرسة الكُبرى، علىٰ الطاولة ـــ ٢٠٢٧ ﷺ ﻻ.",
    "کتاب‌های فارسی و اردو کی کہانیاں",
    "בְּרֵאשִׁית בָּרָא אֱלֹהִים, צה״ל",
    "हिन्दी में क़लम और ज़मीन; বাংলা ভাষা, தமிழ் மொழி, తెలుగు",
    "東京で2027年に「ガイド」を読む。ｶﾞｲﾄﾞ、か\u3099く、C++入門",
    "我们在㍿学习中文，〇々〆𠮷。",
    "한국어를 배우는 사람들, 각 \u1112\u1161\u11ab",
    "ภาษาไทยน้ำ ພາສາລາວ ໜ ខ្មែរ မြန်မာဘာသာ",
    "አማርኛ፣ ქართული ᲥᲐᲠᲗᲣᲚᲘ Հայերեն և ᏣᎳᎩ",
    "Tiếng Việt, Trần Hưng Đạo, ð þ ŋ ħ; \U0001e922\U0001e923 𝔄𝕓 🎉👩🏽‍🏫 ❤️",
]
DELICATE = "+#_ .'’-aZé\u0301\u0327\u0640ßẞΣςİıﷺﬁ½ةىکﺓ日ガ\u3099ไម한\U0001e944\U000e0100🎉"
TEXTS = st.text(
    st.sampled_from(DELICATE) | st.characters(exclude_categories=("Cn", "Co", "Cs")), max_size=12
)


@dataclass(frozen=True)
class Words:
    """The theme's `search/words.js`, in a page."""

    page: Page
    out: Path

    def differing(self, texts: Sequence[str]) -> tuple[int, list[tuple[str, list[str], list[str]]]]:
        """How many texts were compared; and which are other words there than here."""
        told = json.loads(in_page(self.page, self.out, ("search/words",), ASK, json.dumps(texts)))
        pairs = [
            (text, there) for text, there in zip(texts, told, strict=True) if there is not None
        ]
        wrong = [(text, there, here) for text, there in pairs if there != (here := words_of(text))]
        return len(pairs), wrong


@pytest.fixture(scope="module")
def words(browser: Browser, example_site: Path, example_address: str) -> Iterator[Words]:
    with visit(browser, example_address) as page:
        yield Words(page, example_site)


def test_every_sign_of_unicode_makes_the_same_words(words: Words) -> None:
    signs = [
        sign
        for sign in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(sign) not in {"Cn", "Co", "Cs"}
    ]
    compared, differing = 0, []
    for start in range(0, len(signs), BATCH):
        texts = [f"{sign}_a{sign}b c++{sign}" for sign in signs[start : start + BATCH]]
        count, wrong = words.differing(texts)
        compared += count
        differing += wrong
    assert differing == []
    assert compared > 140_000


def test_sentences_make_the_same_words(words: Words) -> None:
    assert words.differing(SENTENCES) == (len(SENTENCES), [])


@given(st.lists(TEXTS, min_size=10, max_size=20))
def test_any_text_makes_the_same_words(words: Words, texts: list[str]) -> None:
    _, differing = words.differing(texts)
    assert differing == []
