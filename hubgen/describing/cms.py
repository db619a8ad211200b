"""A configuration of Sveltia CMS or Decap CMS, which edit the files of a repository in a browser."""

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from hubgen.config.site import Repository, Site
from hubgen.describing.description import Description, Subject
from hubgen.describing.yaml_file import yaml_file
from hubgen.kinds.answers import item_of, parts_of
from hubgen.kinds.form_rules import choices_of
from hubgen.kinds.new_entries import entry_suffix
from hubgen.kinds.record import item_field
from hubgen.model.schema import Collection, Field

_ABOVE: Final = (
    "Written by hubgen schema --format cms out of this hub's schema, for Sveltia CMS and Decap CMS.",
    "Put it beside the page of the CMS as config.yml; run it again when site.yaml changes.",
    "It shows the entries that have a file of their own in the usual form.",
)
_BODY: Final = "body"
"""What both call the text below the front matter."""
_WIDGETS: Final[Mapping[str, Mapping[str, Any]]] = {
    "markdown": {"widget": "markdown"},
    "integer": {"widget": "number", "value_type": "int"},
    "number": {"widget": "number", "value_type": "float"},
    "boolean": {"widget": "boolean"},
    "date": {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False},
    "datetime": {"widget": "datetime", "format": "YYYY-MM-DDTHH:mm"},
    "file": {"widget": "string"},
    "tags": {"widget": "list"},
    "skills": {"widget": "list"},
    "dates": {"widget": "list"},
}
_HOSTS: Final[Mapping[str, str]] = {
    "github": "github",
    "gitlab": "gitlab",
    "gitea": "gitea",
    "forgejo": "gitea",
}
"""What both call the software of a host; Forgejo's addresses are Gitea's."""


def cms(subject: Subject) -> Iterator[Description]:
    """`config.yml`"""
    site = subject.site
    settings = {
        "backend": _backend(site.repository),
        "media_folder": "content/media",
        "public_folder": "/content/media",
        "collections": [_collection(each, site) for each in site.collections.values()],
    }
    yield Description("config.yml", yaml_file(settings, *_ABOVE))


def _backend(repository: Repository | None) -> dict[str, Any]:
    name = _HOSTS.get(repository.host, "") if repository else ""
    if repository is None or not name:
        return {"name": "test-repo"}
    parts = urlsplit(repository.url)
    backend = {"name": name, "repo": parts.path.strip("/"), "branch": repository.branch}
    own = f"{parts.scheme}://{parts.netloc}"
    if name == "gitea":
        # The host gives an id to each program that people may sign in with; only its keepers know it.
        return {**backend, "base_url": own, "api_root": f"{own}/api/v1", "app_id": "write-it-here"}
    return backend


def _collection(collection: Collection, site: Site) -> dict[str, Any]:
    is_markdown = entry_suffix(collection) == ".md"
    description = " ".join(collection.description.split())
    return {
        "name": collection.name,
        "label": collection.label,
        "label_singular": collection.singular,
        **({"description": description} if description else {}),
        "folder": f"content/{collection.name}",
        "create": True,
        "identifier_field": _identifier(collection),
        "extension": "md" if is_markdown else "yaml",
        "format": "yaml-frontmatter" if is_markdown else "yaml",
        "media_folder": "",
        "public_folder": "",
        "fields": [
            _field(each, site) for each in collection.fields.values() if not each.deprecated
        ],
    }


def _identifier(collection: Collection) -> str:
    """The field by which the CMS names an entry."""
    if collection.title_field in collection.fields:
        return collection.title_field
    return next(each for each in collection.fields)


def _field(field: Field, site: Site) -> dict[str, Any]:
    hint = " ".join(field.help.split())
    return {
        "name": _BODY if field.body else field.name,
        "label": field.label or field.name.replace("_", " ").capitalize(),
        **_widget(field, site),
        "required": field.required,
        **({"hint": hint} if hint else {}),
        **_bounds(field),
    }


def _bounds(field: Field) -> dict[str, Any]:
    if field.kind in {"integer", "number"}:
        bounds = {"min": field.minimum, "max": field.maximum}
        return {name: _number(value) for name, value in bounds.items() if value is not None}
    return {}


def _number(value: float) -> float:
    return int(value) if value == int(value) else value


def _widget(field: Field, site: Site) -> dict[str, Any]:
    choices = choices_of(field)
    if choices:
        return {"widget": "select", "options": list(choices)}
    if field.kind == "image":
        return _object(parts_of(field), site, file="image")
    if parts := parts_of(field):
        return _object(parts, site)
    if field.kind in {"reference", "references"}:
        return _relation(field, site)
    if field.kind == "mapping":
        return {"widget": "keyvalue"} if item_field(field).kind == "text" else {"widget": "code"}
    if field.kind == "list":
        return _list(field, site)
    return dict(_WIDGETS.get(field.kind, {"widget": "string"}))


def _object(parts: Mapping[str, Field], site: Site, *, file: str = "string") -> dict[str, Any]:
    fields = [_field(each, site) for each in parts.values()]
    for each in fields:
        if each["name"] == "file":
            each["widget"] = file
    return {"widget": "object", "collapsed": True, "fields": fields}


def _relation(field: Field, site: Site) -> dict[str, Any]:
    """Among the entries of one collection; where there are several, or plain names too, any words."""
    several = {"multiple": True} if field.kind == "references" else {}
    known = [name for name in field.to if name in site.collections]
    if len(known) != 1 or field.loose:
        return {"widget": "list"} if several else {"widget": "string"}
    title = _identifier(site.collections[known[0]])
    names = {"value_field": "{{slug}}", "search_fields": [title], "display_fields": [title]}
    return {"widget": "relation", "collection": known[0], **names, **several}


def _list(field: Field, site: Site) -> dict[str, Any]:
    item = item_of(field) or item_field(field)
    if choices := choices_of(item):
        return {"widget": "select", "multiple": True, "options": list(choices)}
    if parts := parts_of(item):
        return {**_object(parts, site), "widget": "list"}
    return {"widget": "list"}
