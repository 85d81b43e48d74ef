"""The paths commands ask for: what must be there, and what is written.

Each is made anew for a tree of commands: click names its kind in the language that is spoken at that moment.
"""

from __future__ import annotations

from pathlib import Path

import click


def file() -> click.Path:
    """A file that is there."""
    return click.Path(exists=True, dir_okay=False, path_type=Path)


def folder() -> click.Path:
    """A folder that is there."""
    return click.Path(exists=True, file_okay=False, path_type=Path)


def either() -> click.Path:
    """A file or folder that is there."""
    return click.Path(exists=True, path_type=Path)


def new_file() -> click.Path:
    """A file that is written, or need not be there."""
    return click.Path(dir_okay=False, path_type=Path)


def new_folder() -> click.Path:
    """A folder that is written into."""
    return click.Path(file_okay=False, path_type=Path)
