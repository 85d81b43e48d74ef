"""Commands that need the database of the record: it is opened first, since its rooms know tables only then."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any

import click

from yifa.interfaces.cli.context import Shell


def opened_command(
    name: str, module: str, does: str, help_: str, params: Sequence[click.Parameter] = ()
) -> click.Command:
    """A command that opens the record and calls a function of a module of this room, with what was asked."""

    def callback(shell: Shell, **asked: Any) -> int:
        shell.open_record()
        told: Callable[..., int] = getattr(importlib.import_module(f"yifa.interfaces.cli.{module}"), does)
        return told(shell, **asked)

    return click.Command(name, callback=click.pass_obj(callback), help=help_, params=list(params))
