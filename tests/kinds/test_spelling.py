"""A pattern of spellings matches what hubgen itself takes for the same word, and nothing else."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from hubgen.kinds.spelling import cases, letters_of, spellings

LETTERS = st.text("aAeofFiIsStTßﬀﬁﬃſKk\u0345ι -_.éÉ9", max_size=8)


@given(word=LETTERS, text=LETTERS)
@example(word="office", text="O-ﬃ CE")
@example(word="off", text="oﬀ")
@example(word="gross", text="GROß")
@example(word="ﬆ", text="ST")
def test_spellings_are_those_that_have_the_same_letters(word: str, text: str) -> None:
    form = spellings([word])
    same = bool(letters_of(word)) and letters_of(word) == letters_of(text)
    if same:
        assert re.search(f"^{form}$", text)
    elif form and "\u0345" not in text:  # A mark that becomes a letter: patterns pass over it, too.
        assert not re.search(f"^{form}$", text)


@given(text=st.text("yeEsSſYn ", max_size=4))
def test_cases_are_those_that_differ_in_case_alone(text: str) -> None:
    found = re.fullmatch(cases(["yes", "no"]), text)
    assert bool(found) == (text.casefold() in {"yes", "no"})
