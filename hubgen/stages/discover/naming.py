"""The slug of each file from its name, and what to say when two files have one."""

from collections.abc import Iterable, Iterator

from hubgen.diagnostics import Related, Report, Span
from hubgen.stages.discover.sorting import Candidate
from hubgen.text.patterns import pattern
from hubgen.text.slugs import slug_problem, suggested_slug

_LOOKS_LIKE_LANGUAGE = pattern(r"(.+)\.([a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)")


def entry_names(candidates: Iterable[Candidate], report: Report) -> Iterator[tuple[str, Candidate]]:
    """Each candidate with its slug (empty for `many`); names that can't be used are reported and left out."""
    every = tuple(candidates)
    names = {(candidate.collection, candidate.name) for candidate in every}
    taken: dict[tuple[str, str, str], Candidate] = {}
    for candidate in every:
        slug = "" if candidate.shape == "many" else _slug(candidate, names, report)
        if slug is None:
            continue
        if slug:
            first = taken.setdefault((candidate.collection, candidate.locale, slug), candidate)
            if first is not candidate:
                _collide(first, candidate, slug, report)
                continue
        yield slug, candidate


def _slug(candidate: Candidate, names: set[tuple[str, str]], report: Report) -> str | None:
    problem = slug_problem(candidate.name)
    if problem is None:
        return candidate.name
    kind = "folder" if candidate.shape == "folder" else "file"
    slug = suggested_slug(candidate.name)
    span = Span(candidate.found.path)
    if not slug:
        message = f"no address can be made from this {kind}'s name: '{candidate.name}' {problem}"
        advice = f"rename the {kind} with letters from a to z, digits and hyphens, as its page is to be called"
        report.add("HG155", span, message, help=advice)
        return None
    message = f"the name of this {kind} {problem}; the entry is called '{slug}'"
    report.add("HG156", span, message, help=_better_name(candidate, slug, names))
    return slug


def _better_name(candidate: Candidate, slug: str, names: set[tuple[str, str]]) -> str:
    kind = "folder" if candidate.shape == "folder" else "file"
    old = candidate.found.path.rpartition("/")[2]
    new = slug if kind == "folder" else slug + old[len(candidate.name) :]
    advice = f"rename the {kind} to {new}"
    parts = _LOOKS_LIKE_LANGUAGE.fullmatch(candidate.name)
    if parts and (candidate.collection, parts[1]) in names:
        advice = f"if '{parts[2]}' is a language, add it to `languages` in site.yaml; else {advice}"
    return advice


def _collide(first: Candidate, second: Candidate, slug: str, report: Report) -> None:
    name = f"{second.collection}/{slug}"
    message = f"{first.found.path} is '{name}' already, and this file would be it too"
    if first.name != second.name:
        message += " (letter case, accents and punctuation make no difference)"
    related = (Related(Span(first.found.path), f"is '{name}' already"),)
    advice = "keep one of the two files, or rename the other"
    report.add("HG154", Span(second.found.path), message, help=advice, related=related)
