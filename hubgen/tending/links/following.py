"""Follows one link to its end: redirects are looked at before they are followed, and patience is shown where it helps."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hubgen.tending.links.addresses import NoSuchHost, NotAllowed
from hubgen.tending.links.requests import BROKEN, Answer, Question, ask, host_of, readable
from hubgen.tending.links.turns import Closed, Turns
from hubgen.tending.links.verdicts import Fate, Verdict

MOST_REDIRECTS: Final = 8
NAMELESS: Final = "there is no host "
"""How the words of a verdict begin where a name has no address."""
FOR_GOOD: Final = frozenset({301, 308})
REDIRECTS: Final = FOR_GOOD | {302, 303, 307}
GONE: Final = frozenset({404, 410})
BUSY: Final = frozenset({429, 503})
"""Answers that mean: not now."""


@dataclass(frozen=True, slots=True)
class Follower:
    """Follows links with the patience and the manners of one run."""

    question: Question
    turns: Turns
    waits: tuple[float, ...] = (2.0, 8.0)
    """Seconds before each further attempt, where the server names no number."""
    ask: Callable[[str, str, Question], Answer] = ask

    def follow(self, url: str) -> Verdict:
        """Where the link leads in the end."""
        here, moved = url, url
        for_good = True
        for _ in range(MOST_REDIRECTS + 1):
            verdict, answer = self._attempts(here)
            if verdict is not None:
                way = f"it is redirected to {here[:200]}: " if here != url else ""
                return replace(verdict, words=way + verdict.words)
            if answer.status not in REDIRECTS or not answer.location:
                return _judged(answer, moved if moved != url else "")
            for_good = for_good and answer.status in FOR_GOOD
            here = answer.location
            moved = here if for_good else moved
        return Verdict(Fate.UNREACHABLE, f"it is redirected more than {MOST_REDIRECTS} times")

    def _attempts(self, url: str) -> tuple[Verdict | None, Answer]:
        """The answer at one address, asked again while that may help; or the verdict when there is none."""
        verdict, answer = self._attempt(url)
        host = host_of(url)
        for seconds in self.waits:
            is_busy = answer.status in BUSY or answer.status >= 500
            if not is_busy and (verdict is None or verdict.fate is not Fate.UNREACHABLE):
                break
            wait = seconds if answer.retry_after is None else answer.retry_after
            self.turns.leave_alone(host, wait)
            verdict, answer = self._attempt(url)
        return verdict, answer

    def _attempt(self, url: str) -> tuple[Verdict | None, Answer]:
        nothing = Answer(0)
        try:
            return None, self._asked(readable(url))
        except NotAllowed as problem:
            return Verdict(Fate.REFUSED, str(problem)), nothing
        except NoSuchHost as problem:
            return Verdict(Fate.DEAD, f"{NAMELESS}{problem}"), nothing
        except ssl.SSLError as problem:
            return Verdict(Fate.UNTRUSTED, _reason(problem)), nothing
        except Closed as problem:
            return Verdict(Fate.UNREACHABLE, str(problem)), nothing
        except TimeoutError:
            return Verdict(Fate.UNREACHABLE, "it took too long"), nothing
        except BROKEN as problem:
            return Verdict(Fate.UNREACHABLE, _reason(problem)), nothing

    def _asked(self, url: str) -> Answer:
        """HEAD, and GET where a server doesn't like it: some say of a page that is there that it isn't."""
        with self.turns.at(host_of(url)):
            answer = self.ask(url, "HEAD", self.question)
        if answer.status < 400 or answer.status in BUSY:
            return answer
        with self.turns.at(host_of(url)):
            return self.ask(url, "GET", self.question)


def _judged(answer: Answer, moved: str) -> Verdict:
    words = f"{answer.status} {answer.reason}".strip()
    if 200 <= answer.status < 300:
        return Verdict(Fate.MOVED, target=moved) if moved else Verdict(Fate.FINE)
    if answer.status in GONE:
        return Verdict(Fate.DEAD, words)
    is_refusal = 400 <= answer.status < 500 and answer.status not in BUSY
    return Verdict(Fate.CLOSED if is_refusal else Fate.UNREACHABLE, words)


def _reason(problem: Exception) -> str:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return problem.verify_message
    if isinstance(problem, OSError) and problem.strerror:
        return problem.strerror
    return str(problem)[:200] or type(problem).__name__


def dated(verdict: Verdict, before: Verdict | None, today: date) -> Verdict:
    """The verdict with its days: how long its fate has been this one."""
    since = before.since if before is not None and before.fate is verdict.fate else today
    return replace(verdict, asked=today, since=since)
