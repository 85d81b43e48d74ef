"""Commands that need the database of the record: it is opened first, since its rooms know tables only then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from yifa.interfaces.cli.called_later import later
from yifa.interfaces.cli.context import Shell


def opened_command(
    name: str, module: str, does: str, help_: str, params: Sequence[click.Parameter] = ()
) -> click.Command:
    """A command that opens the record and calls a function of a module of this room, with what was asked."""

    def callback(shell: Shell, **asked: Any) -> int:
        shell.open_record()
        return later(module, does)(shell, **asked)

    return click.Command(name, callback=click.pass_obj(callback), help=help_, params=list(params))
