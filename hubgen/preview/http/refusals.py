"""What a request gets that isn't let in: a status, and a sentence in plain words."""

from http import HTTPStatus

from hubgen.preview.http.asking import Answer


class Refused(Exception):
    """The request goes no further, and the connection ends with the answer."""

    def __init__(self, status: int, words: str, *headers: tuple[str, str]) -> None:
        super().__init__(words)
        self.status = status
        self.words = words
        self.headers = headers

    def answer(self) -> Answer:
        return plain(self.status, self.words, *self.headers)


def plain(status: int, words: str, *headers: tuple[str, str]) -> Answer:
    """A page of plain text."""
    body = f"{status} {HTTPStatus(status).phrase}\n\n{words}\n"
    return Answer(status, "text/plain", body.encode(), headers)
