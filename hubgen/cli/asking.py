"""Asks a person at a terminal for the value of a field."""

import click

from hubgen.kinds.questions import Question


def ask(question: Question) -> str:
    """The answer; empty only where that is fine."""
    if question.help:
        click.secho(question.help, dim=True, err=True)
    text = question.label
    if question.choices:
        text += f" ({', '.join(question.choices)})"
    elif question.example:
        text += f" (such as {question.example})"
    while True:
        answer = str(click.prompt(text, default="", show_default=False, err=True)).strip()
        if answer in question.choices or (answer and not question.choices):
            return answer
        if not answer and question.optional:
            return ""
        click.echo(
            f"one of: {', '.join(question.choices)}" if question.choices else "it is needed",
            err=True,
        )
