"""Everything that differs between installations, in one typed object.

Values come from environment variables named `YIFA_…`; nothing else in the house reads the environment. The page
`docs/lookup/settings.md` is generated from the fields below.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_data_path


class WrongSetting(ValueError):
    """A setting that cannot be used; the message names the variable, what was found and what is expected."""


def setting(default: Any, help_en: str, help_zh: str) -> Any:
    """A field with a sentence of help in both languages."""
    factory = default if callable(default) else (lambda: default)
    return field(default_factory=factory, metadata={"en": help_en, "zh": help_zh})


@dataclass(frozen=True)
class Configuration:
    """The settings of this installation."""

    lang: str = setting(
        "zh",
        "Language of the command line: zh or en. The option --lang wins over it.",
        "命令行界面语言：zh 或 en；命令行选项 --lang 优先。",
    )
    home: Path = setting(
        lambda: user_data_path("yifa", appauthor=False),
        "Folder of this user's own data, such as holiday notices added after the release.",
        "本机用户数据目录，例如发布之后补录的放假通知。",
    )

    database: str = setting(
        "",
        "Database of the record: empty for SQLite in the home folder, a path for SQLite elsewhere, or "
        "postgresql://USER:PASSWORD@HOST:PORT/NAME.",
        "案卷记录所在的数据库：留空即用本机数据目录中的 SQLite；填路径用该处的 SQLite；"
        "或者 postgresql://用户:口令@主机:端口/库名。",
    )

    @property
    def calendars(self) -> Path:
        """Where added holiday notices are kept."""
        return self.home / "calendars"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Configuration:
        """Read the environment; raises `WrongSetting`."""
        found = os.environ if environment is None else environment
        values: dict[str, Any] = {}
        for one in fields(cls):
            raw = found.get(variable(one))
            if raw:
                values[one.name] = Path(raw).expanduser() if one.name == "home" else raw
        if values.get("lang", "zh").lower()[:2] not in ("zh", "en"):
            raise WrongSetting(f"YIFA_LANG is {values['lang']!r}; expected zh or en")
        return cls(**values)


def variable(one: Field[Any]) -> str:
    """The environment variable of a field."""
    return f"YIFA_{one.name.upper()}"
