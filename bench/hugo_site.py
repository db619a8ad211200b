"""The same content for Hugo: the same texts and fields, in templates as simple as they can be."""

import re
from pathlib import Path
from typing import Final

import yaml

RENAMED: Final = {
    "name": "title",
    "url": "link",
    "type": "kind",
    "resources": "uses",
    "aliases": "others",
    "published": "appeared",
}
"""Fields whose names mean something else to Hugo."""

CONFIG: Final = """\
baseURL = "http://127.0.0.1/"
title = "The Synthetic Commons"
languageCode = "en"
paginate = 60
buildFuture = true
[taxonomies]
offer = "offers"
seek = "seeks"
"""

LAYOUTS: Final = {
    "_default/baseof.html": """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }} · {{ site.Title }}</title></head>
<body>
<header><a href="/">{{ site.Title }}</a>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
""",
    "_default/single.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<p>{{ .Params.headline }}{{ .Params.summary }}</p>
<dl>{{ range $name, $value := .Params }}{{ if not (in (slice "title" "offers" "seeks" "headline" "summary") $name) }}<dt>{{ $name }}</dt><dd>{{ $value }}</dd>{{ end }}{{ end }}</dl>
{{ range $taxonomy := slice "offers" "seeks" }}<ul>{{ range $.GetTerms $taxonomy }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
{{ .Content }}{{ end }}
""",
    "_default/list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.headline }}{{ .Params.summary }}</li>{{ end }}</ul>
{{ template "_internal/pagination.html" . }}{{ end }}
""",
    "_default/term.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.headline }}</li>{{ end }}</ul>{{ end }}
""",
    "_default/terms.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ len .Pages }}</li>{{ end }}</ul>{{ end }}
""",
    "index.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range site.Sections }}<h2>{{ .Title }}</h2><ul>{{ range first 6 .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}{{ end }}
""",
}


def write_hugo_site(hub: Path, folder: Path) -> None:
    """A site of Hugo's with what the hub says."""
    _write(folder / "hugo.toml", CONFIG)
    _write(folder / "config.toml", CONFIG)  # what older ones read
    for name, text in LAYOUTS.items():
        _write(folder / "layouts" / name, text)
    for path in sorted((hub / "content").glob("*/**/*.md")):
        _write(folder / path.relative_to(hub), _renamed(path.read_text("utf-8")))
    for path in sorted((hub / "content").glob("*/*.yaml")):
        _write(folder / path.relative_to(hub).with_suffix(".md"), _with_body(path))
    skills = yaml.safe_load((hub / "content" / "skills.yaml").read_text("utf-8"))
    for slug, fields in skills.items():
        title = yaml.safe_dump({"title": fields["name"]}, allow_unicode=True)
        for taxonomy in ("offers", "seeks"):
            _write(folder / "content" / taxonomy / slug / "_index.md", f"---\n{title}---\n")


def _with_body(path: Path) -> str:
    fields, _, body = path.read_text("utf-8").partition("bio: |\n")
    text = re.sub("^  ", "", body, flags=re.MULTILINE)
    return _renamed(f"---\n{fields}---\n\n{text}")


def _renamed(text: str) -> str:
    _, front, body = text.split("---\n", 2)
    for name, other in RENAMED.items():
        front = re.sub(f"^{name}:", f"{other}:", front, flags=re.MULTILINE)
    return f"---\n{front}---\n{body}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
