"""What Lighthouse and the Nu HTML Checker say of the example hub: `./dev audit`, or `./dev audit members/ fr/` for other pages.

Both come from npm, at fixed versions, into `audit/`, which git ignores; Nu needs Java 17. Too slow for every change, so
no part of the tests: run it after work on templates, styles and scripts.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.kit.browsing import FLAGS, NAMES
from tests.kit.hub import TODAY, Hub
from tests.kit.page_types import page_types
from tests.kit.serving import served
from tools.example import CHECKOUT, build_example

FOLDER = CHECKOUT / "audit"
PACKAGES = ("lighthouse@12.8.2", "vnu-jar@26.9.27")
TYPES = ("home", "mentors-directory", "member-with-photo", "event-upcoming", "search")
"""The page types that Lighthouse looks at."""
LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}


def main(paths: list[str]) -> int:
    """Build, look at everything, say what was found; 1 if anything is worse than it should be."""
    _install()
    site = FOLDER / "site"
    build_example(site)
    bad = [*_nu(site)]
    types = page_types(Hub(CHECKOUT).prepare()[0], TODAY)
    with served(site) as address:
        for path in paths or [types[name] for name in TYPES]:
            bad += _lighthouse(address, path)
    print("\n".join(bad) or "all as it should be")
    return 1 if bad else 0


def _install() -> None:
    if not all((FOLDER / "node_modules" / each.partition("@")[0]).is_dir() for each in PACKAGES):
        npm = ("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save")
        FOLDER.mkdir(exist_ok=True)
        subprocess.run([*npm, "--silent", "--prefix", str(FOLDER), *PACKAGES], check=True)


def _nu(site: Path) -> Iterator[str]:
    """The errors of the HTML checker, by page."""
    if not shutil.which("java"):
        yield "Nu was left out: there is no Java (Debian, Ubuntu: apt install default-jre-headless)"
        return
    jar = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
    options = ("--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always")
    run = subprocess.run(
        ["java", "-Xmx1g", "-jar", str(jar), *options, str(site)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    messages = json.loads(run.stderr)["messages"]
    print(f"Nu: {len(messages)} errors")
    for each in messages:
        path = each["url"].partition(f"{site.name}/")[2]
        yield f"{path}:{each.get('lastLine', 0)}: {each['message']}"


def _lighthouse(address: str, path: str) -> Iterator[str]:
    """The scores of one page are printed; what is below is given back, with the audits that failed."""
    report = _report(address + path)
    scores = {name: round(100 * each["score"]) for name, each in report["categories"].items()}
    print(f"/{path}: {', '.join(f'{name} {score}' for name, score in scores.items())}")
    for name, least in LEAST.items():
        if scores[name] < least:
            failed = ", ".join(_failed(report, name))
            yield f"/{path}: {name} is {scores[name]}, below {least}: {failed}"


def _report(url: str) -> Mapping[str, Any]:
    chrome = next((path for name in NAMES if (path := shutil.which(name))), None)
    flags = " ".join(("--headless=new", *FLAGS))
    program = FOLDER / "node_modules/lighthouse/cli/index.js"
    given = ("--quiet", "--output=json", f"--only-categories={','.join(LEAST)}")
    run = subprocess.run(
        ["node", str(program), url, *given, f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": chrome or ""},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    report: Mapping[str, Any] = json.loads(run.stdout)
    return report


def _failed(report: Mapping[str, Any], category: str) -> Iterator[str]:
    for each in report["categories"][category]["auditRefs"]:
        audit = report["audits"][each["id"]]
        if each["weight"] and audit["score"] is not None and audit["score"] < 0.9:
            yield f"{each['id']} {audit.get('displayValue', '')}".strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
