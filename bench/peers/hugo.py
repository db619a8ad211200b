"""Hugo: skills are a taxonomy, lists are the pages of sections."""

from collections.abc import Iterator
from pathlib import Path

from bench.content import Content, Entry, content_of
from bench.peers.peer import Peer, write_site
from bench.source_files import markdown_file


def source(entry: Entry) -> tuple[str, str]:
    """An entry with its skills by slug: what each is called, the taxonomy's own pages say."""
    fields = entry.said([skill.slug for skill in entry.skills])
    return f"content/{entry.collection}/{entry.slug}.md", markdown_file(fields, f"{entry.body}\n")


def more(content: Content) -> Iterator[tuple[str, str]]:
    """Titles of sections, and names of skills."""
    for collection, title in content.collections.items():
        yield f"content/{collection}/_index.md", markdown_file({"title": title}, "")
    yield "content/skills/_index.md", markdown_file({"title": "Skills"}, "")
    for skill in content.skills:
        yield f"content/skills/{skill.slug}/_index.md", markdown_file({"title": skill.name}, "")


HUGO = Peer(
    name="Hugo",
    pins="hugo",
    program=("lib/python*/site-packages/hugo/binaries/hugo*",),
    build=("--quiet",),
    out="public",
    frame="layouts/_default/baseof.html",
    source=source,
    more=more,
    caches=("resources", ".hugo_build.lock"),
    version=("version",),
)


def write_hugo_site(hub: Path, folder: Path) -> None:
    """A site of Hugo's with what the hub in that folder says."""
    write_site(HUGO, content_of(hub), folder)
