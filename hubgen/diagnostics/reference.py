"""The page of the docs about diagnostics: every code with its reason and its remedy, from the catalogue."""

from collections.abc import Iterator

from hubgen.diagnostics.catalog import CATALOG, Rule

FAMILIES = {
    "HG1": "Files and their syntax",
    "HG2": "References, skills and links",
    "HG3": "Values of fields",
    "HG4": "site.yaml and collections",
    "HG5": "Themes and templates",
    "HG6": "Pictures and other files",
    "HG7": "Addresses of pages",
    "HG8": "Links to the outside (`hubgen links`)",
    "HG9": "Markdown",
}
"""Heading by the beginning of the code."""

INTRODUCTION = """\
# Diagnostics

Everything that hubgen says about a hub has a code. Codes are permanent: a code never changes its meaning, and one that
is no longer needed is not used again. One run of `hubgen check` shows every problem in every file.

```
content/members/ada.yaml:3:5: warning[HG203]: no skill is called 'pyhton'
   3 |   - pyhton
           ^^^^^^
   help: did you mean 'python'?
```

The first line says where (file, line, column), how much it matters, and what is wrong; then come the line itself, what
to do, and with `see:` other places that explain it.

| severity | what it means |
|---|---|
| error | The hub can't be published like this: `build` writes nothing, `check` ends with exit code 1. |
| warning | It is published, and somebody should look. With `--strict` it counts as an error. |
| hint | It is understood; there is a better way to write it. |

A hub can weigh any code differently, in `site.yaml`:

```yaml
diagnostics:
  HG203: error
  HG421: off
```

## For hosts and programs

`--format` says in which form a command tells what it found; `--max-annotations N` how many problems of each severity, the most important first. What is left out is
counted. Whatever content holds, nothing of it acts in any of these: no command of a job's runner, no colour, no change of direction, no markup. Where the hub's folder lies below
the top of its repository, hosts are told of files as they lie there.

| format | for whom | at most | columns count |
|---|---|---|---|
| `text` | people at a terminal | everything | code points |
| `json` | programs, see below | everything | code points |
| `github` | the log of a job on GitHub or Forgejo: annotations beside the lines of a pull request | 10 of each severity, the rest in the log | UTF-16 units |
| `sarif` | SARIF 2.1.0: GitHub's code scanning, editors | 5,000 results | code points |
| `gitlab` | GitLab's code quality report | everything | lines only |
| `rdjson` | reviewdog, which comments on pull requests of many hosts | everything | bytes of UTF-8 |
| `junit` | hosts that know reports of tests | everything | code points |

`hubgen check --format json` prints one JSON document. Keys may be added; a key that changes its meaning or goes raises `version`.

| key | what it holds |
|---|---|
| `version` | 1 |
| `diagnostics` | a list, sorted by place |
| `diagnostics[].code`, `.severity`, `.message`, `.help` | texts; `severity` is `error`, `warning` or `hint`; `help` may be empty |
| `diagnostics[].path` | relative to the hub's folder, with `/` |
| `diagnostics[].line`, `.column` | from 1; columns count code points |
| `diagnostics[].end_line`, `.end_column` | the end of the marked text, its column exclusive; null where only a point is known |
| `diagnostics[].related` | a list of other places, with the same keys as above and a `label` |
| `summary` | numbers: `errors`, `warnings`, `hints`, `files` (with problems), `entries` |
"""


def diagnostics_page() -> str:
    """`docs/diagnostics.md`"""
    return "\n".join([INTRODUCTION, *_families()]).rstrip("\n") + "\n"


def _families() -> Iterator[str]:
    for start, heading in FAMILIES.items():
        rules = [CATALOG[code] for code in sorted(CATALOG) if code.startswith(start)]
        yield f"## {heading}\n"
        yield "| code | severity | what it means |\n|---|---|---|"
        yield from (
            f"| [{r.code}](#{_anchor(r)}) | {r.severity} | {_cell(r.title)} |" for r in rules
        )
        yield ""
        yield from map(_rule, rules)


def _rule(rule: Rule) -> str:
    return f"### {_heading(rule)}\n\n{rule.title}. {rule.why}\n\n{rule.mend}\n"


def _heading(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def _anchor(rule: Rule) -> str:
    """As code hosts make it from the heading."""
    return _heading(rule).lower().replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
