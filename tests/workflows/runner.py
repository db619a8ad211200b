"""Runs steps as a host's runner does: scripts in bash, with variables, and with what earlier steps said."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")
_CONDITION = re.compile(r"([\w.-]+) (==|!=) '(.*)'")


@dataclass
class Runner:
    """A job on a machine of its own."""

    folder: Path
    """The checkout."""
    temp: Path
    known: dict[str, str] = field(default_factory=dict)
    """By name, as expressions call it: `inputs.hub`, `steps.check.outputs.code`."""
    programs: Path | None = None
    """Where to look for programs first."""
    log: str = ""
    summary: str = ""
    left_out: list[str] = field(default_factory=list)
    """Steps whose condition didn't hold."""
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    """By name of the step: what an action was given."""

    def __post_init__(self) -> None:
        programs = self.temp / "hubgen/bin"
        programs.mkdir(parents=True, exist_ok=True)
        hubgen = programs / "hubgen"
        hubgen.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hubgen "$@"\n')
        hubgen.chmod(0o755)

    def run(self, steps: Iterable[Mapping[str, Any]], *, without: frozenset[str]) -> int:
        """The exit code of the job; steps of these names are taken for done."""
        for step in steps:
            name = step.get("name", step.get("uses", ""))
            if name in without:
                continue
            if not self._holds(step.get("if", "")):
                self.left_out.append(name)
            elif "run" in step:
                if code := self._script(step):
                    return code
            else:
                self.used[name] = {
                    key: self._filled(str(value)) for key, value in step.get("with", {}).items()
                }
        return 0

    def _script(self, step: Mapping[str, Any]) -> int:
        said = {name: self.temp / f"{name}.txt" for name in ("output", "summary")}
        for place in said.values():
            place.write_text("")
        env = {key: self._filled(str(value)) for key, value in step.get("env", {}).items()}
        path = os.environ["PATH"]
        surroundings = {
            "PATH": f"{self.programs}:{path}" if self.programs else path,
            "HOME": str(self.temp),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(said["output"]),
            "GITHUB_STEP_SUMMARY": str(said["summary"]),
            "GITHUB_REPOSITORY": "net/hub",
            "GITHUB_SERVER_URL": str(self.temp / "host"),
            "GITHUB_SHA": "0123abc",
            "SOURCE_DATE_EPOCH": "1794913200",
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**surroundings, **env},
            capture_output=True,
            text=True,
            check=False,
        )
        self.log += done.stdout + done.stderr
        self.summary += said["summary"].read_text("utf-8")
        for line in said["output"].read_text("utf-8").splitlines():
            key, _, value = line.partition("=")
            self.known[f"steps.{step.get('id', '')}.outputs.{key}"] = value
        return done.returncode

    def _filled(self, text: str) -> str:
        return _EXPRESSION.sub(lambda found: self._value(found[1]), text)

    def _value(self, name: str) -> str:
        return self.known.get(name, "")

    def _holds(self, condition: str) -> bool:
        for part in condition.split(" && ") if condition else ():
            found = _CONDITION.fullmatch(part)
            assert found, f"the runner of tests can't read {part}"
            if (self._value(found[1]) == found[3]) != (found[2] == "=="):
                return False
        return True
