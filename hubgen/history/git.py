"""How git is asked: only to read, with nothing of the repository's own that could run, and with an end to what it says."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SAFE = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
    # A partial clone would fetch what it lacks: nothing here asks the network.
    *("-c", "protocol.allow=never"),
)
LONGEST = 64_000_000
"""Bytes of an answer: the names of half a million files."""


class NoHistory(Exception):
    """Git can't say; the message tells people why, and what to do."""


@dataclass(frozen=True, slots=True)
class Git:
    """Git in one folder."""

    folder: Path
    environment: Mapping[str, str]

    def ask(self, *words: str) -> bytes:
        """What git says; raises NoHistory when it fails."""
        return self.ask_together(words)[0]

    def ask_together(self, *questions: tuple[str, ...]) -> list[bytes]:
        """What git says to each, asked at the same time."""
        processes = [self.start(*words) for words in questions]
        answers = [_answer(process) for process in processes]
        for words, process in zip(questions, processes, strict=True):
            if process.returncode:
                reason = f"git {words[0]} didn't work in {self.folder}; run it there to see why"
                raise NoHistory(reason)
        return answers

    def start(self, *words: str, talks: bool = False) -> subprocess.Popen[bytes]:
        """A git that is still running; its complaints are dropped, since they may hold words of content.

        It is told nothing more, unless it `talks`: so nothing can wait for words that don't come.
        """
        try:
            return subprocess.Popen(
                ["git", *SAFE, *words],
                cwd=self.folder,
                env={**self.environment, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
                stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise NoHistory("git isn't installed, and only git knows earlier versions") from error


def _answer(process: subprocess.Popen[bytes]) -> bytes:
    with process:
        answer = process.stdout.read(LONGEST + 1) if process.stdout else b""
        if len(answer) > LONGEST:
            process.kill()
            raise NoHistory("the repository holds more than can be compared")
    return answer
