"""Compiles the message catalogues (.po → .mo) whenever the package is built or installed from its tree.

The compiled files are never kept in the repository. Babel does the work; hatchling calls this as its build hook.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # called as a plain script, without the build backend
    BuildHookInterface = object


def compile_catalogues(locale: Path) -> list[Path]:
    """Compile every catalogue below `locale`; fuzzy entries are left out, as gettext does."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name.replace("-", "_"))
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        written.append(target)
    return written


class CustomBuildHook(BuildHookInterface):
    """Hatchling's entry point: run before a wheel, a source archive or an editable installation is made."""

    PLUGIN_NAME = "messages"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in place; the wheel target picks the files up as artifacts."""
        compile_catalogues(Path(self.root) / "src" / "yifa" / "locale")


if __name__ == "__main__":
    for path in compile_catalogues(Path(__file__).resolve().parent.parent / "src" / "yifa" / "locale"):
        print(path)
