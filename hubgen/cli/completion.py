"""`hubgen completion`: the script that teaches a shell hubgen's commands, options and collections."""

import click

from hubgen.cli.options import Call, command
from hubgen.cli.stopping import FINE

SHELLS = ("bash", "zsh", "fish")


@command(
    "completion",
    examples="""
    hubgen completion bash >> ~/.bashrc
    hubgen completion zsh >> ~/.zshrc
    hubgen completion fish > ~/.config/fish/completions/hubgen.fish
    """,
)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(call: Call, shell: str) -> int:
    """Print the script that completes commands, options and names of collections in your SHELL."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        message = f"Click knows no completion for {shell}"
        raise LookupError(message)
    root = click.get_current_context().find_root().command
    call.voice.result(found(root, {}, "hubgen", "_HUBGEN_COMPLETE").source())
    return FINE
