"""Commands whose work is imported only when they are called: it is heavy, and the other commands need none of it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any

import click

from yifa.interfaces.cli.context import Shell
from yifa.wording import Language


def later(module: str, does: str) -> Callable[..., int]:
    """A function of a module of this room, imported when it is called."""

    def call(shell: Shell, **asked: Any) -> int:
        called: Callable[..., int] = getattr(importlib.import_module(f"yifa.interfaces.cli.{module}"), does)
        return called(shell, **asked)

    return call


def told_command(
    speech: Language,
    name: str,
    work: Callable[..., int],
    told: Sequence[str],
    examples: Sequence[str],
    params: Sequence[click.Parameter],
) -> click.Command:
    """A command with its help: what it does in one sentence, then more of it, then examples."""
    shown = "\n  ".join((speech.say("Examples:"), *examples))
    return click.Command(
        name,
        callback=click.pass_obj(work),
        short_help=told[0],
        help="\n\n".join((*told, f"\b\n{shown}")),
        params=list(params),
    )
