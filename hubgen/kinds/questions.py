"""What has to be asked before an entry can be written, and what its file can be called."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from hubgen.kinds.answers import Answer
from hubgen.model.schema import Collection, Field
from hubgen.text.slugs import suggested_slug


class Question(Struct, frozen=True):
    """One thing to ask a person for."""

    name: str
    """The field that the answer fills."""
    label: str
    help: str
    example: str
    choices: tuple[str, ...] = ()
    optional: bool = False
    """An empty answer is fine: something else will be asked instead."""
    unless: tuple[str, ...] = ()
    """It needn't be asked when one of these fields has an answer."""


def required_questions(collection: Collection) -> tuple[Question, ...]:
    """What an entry can't do without, in the schema's order; what may stand in for something comes before it."""
    return tuple(dict.fromkeys(_questions(collection)))


def smallest_values(collection: Collection, *, skill: str = "") -> dict[str, str]:
    """What is asked for, answered with the examples; `skill` stands for all skills where it is given."""
    answers: dict[str, str] = {}
    for question in required_questions(collection):
        if not question.optional and not (set(question.unless) & set(answers)):
            is_skill = collection.fields[question.name].kind == "skills"
            answers[question.name] = skill if is_skill and skill else question.example
    return answers


def slug_for(collection: Collection, values: Mapping[str, Answer]) -> str:
    """The file name that the values suggest; empty when a person has to think of one."""
    for name in filter(None, (collection.title_field, collection.inherits)):
        text = _as_text(values.get(name, ""))
        last = text.rpartition("/")[2] if name == collection.inherits else text
        if slug := suggested_slug(last):
            return slug
    required = (field.name for field in collection.fields.values() if field.required)
    return suggested_slug(" ".join(_as_text(values.get(name, "")) for name in required))


def _as_text(answer: Answer) -> str:
    """Names of a list in a row; named parts name nothing."""
    if isinstance(answer, tuple):
        return " ".join(each for each in answer if isinstance(each, str))
    return answer if isinstance(answer, str) else ""


def _questions(collection: Collection) -> Iterator[Question]:
    for field in collection.fields.values():
        if field.required:
            yield _question(field)
        elif field.required_unless:
            for name in field.required_unless:
                if collection.fields[name].recommended:
                    yield _question(collection.fields[name], optional=True)
            yield _question(field, unless=field.required_unless)


def _question(field: Field, *, optional: bool = False, unless: tuple[str, ...] = ()) -> Question:
    choices = field.of if isinstance(field.of, tuple) else ()
    return Question(field.name, field.label, field.help, field.example, choices, optional, unless)
