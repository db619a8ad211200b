"""GitHub issue forms: a form for each collection, for whoever would rather open an issue than propose a file."""

from collections.abc import Iterator
from typing import Any, Final

from hubgen.config.site import Site
from hubgen.describing.description import Description, Subject
from hubgen.describing.yaml_file import yaml_file
from hubgen.kinds.form_rules import choices_of
from hubgen.kinds.new_entries import rank
from hubgen.kinds.record import item_field
from hubgen.model.schema import Collection, Field

_LONG: Final = frozenset({"markdown"})
_STRUCTURED: Final = frozenset({"record", "mapping", "place", "image", "recurrence", "consent"})
"""Kinds with parts, for which an issue form has nothing but a text in YAML."""
_ABOVE: Final = (
    "Written by hubgen schema --format issue-form out of this hub's schema.",
    "Put it into .github/ISSUE_TEMPLATE/; run it again when site.yaml changes.",
)
_INTRODUCTION: Final = (
    "What you write here is public. Somebody from this hub makes a file of it and answers you."
)


def issue_forms(subject: Subject) -> Iterator[Description]:
    """`add-member.yml` and so on."""
    for collection in subject.site.collections.values():
        if collection.listed:
            name = "-".join(collection.singular.lower().split())
            settings = _form(collection, subject.site)
            yield Description(f"add-{name}.yml", yaml_file(settings, *_ABOVE))


def _form(collection: Collection, site: Site) -> dict[str, Any]:
    about = " ".join(collection.description.split()) or f"For {site.title}."
    fields = [
        field
        for field in collection.fields.values()
        if not (field.internal or field.private or field.deprecated or field.kind == "file")
    ]
    ordered = sorted(fields, key=lambda field: (field.body, rank(field)))
    return {
        "name": f"Add to {collection.label}",
        "description": about,
        "title": f"{collection.singular}: ",
        "body": [
            {"type": "markdown", "attributes": {"value": _INTRODUCTION}},
            *_questions(ordered),
        ],
    }


def _questions(fields: list[Field]) -> Iterator[dict[str, Any]]:
    """Labels must differ from each other, since the answers stand below them in the issue."""
    seen: set[str] = set()
    for field in fields:
        label = field.label or field.name
        label = f"{label} ({field.name})" if label in seen else label
        seen.add(label)
        yield _question(field, label)


def _question(field: Field, label: str) -> dict[str, Any]:
    help_text = " ".join(field.help.split())
    about = {"label": label, **({"description": help_text} if help_text else {})}
    needed = {"validations": {"required": True}} if field.required else {}
    if field.kind == "boolean":
        return _made("checkboxes", field, {**about, "options": [{"label": label}]}, {})
    choices, several = _choices(field)
    if choices:
        options = {"options": list(choices), **({"multiple": True} if several else {})}
        return _made("dropdown", field, about | options, needed)
    if field.kind in _LONG:
        return _made("textarea", field, about, needed)
    example = {"placeholder": field.example} if field.example else {}
    if _is_structured(field):
        return _made("textarea", field, {**about, **example, "render": "yaml"}, needed)
    return _made("input", field, about | example, needed)


def _made(
    kind: str, field: Field, attributes: dict[str, Any], needed: dict[str, Any]
) -> dict[str, Any]:
    return {"type": kind, "id": field.name, "attributes": attributes, **needed}


def _choices(field: Field) -> tuple[tuple[str, ...], bool]:
    """The words among which one chooses, and whether one may choose several."""
    if field.kind == "list":
        return choices_of(item_field(field)), True
    return choices_of(field), False


def _is_structured(field: Field) -> bool:
    kind = item_field(field).kind if field.kind == "list" else field.kind
    return kind in _STRUCTURED
