"""Everything that differs between installations, in one typed object.

Values come from environment variables named `YIFA_…`; nothing else in the house reads the environment. The page
`docs/lookup/settings.md` is generated from the fields below.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from datetime import time
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

    files: Path = setting(
        Path(),
        "Folder where files of evidence and scans are kept; `files` in the home folder if not named.",
        "证据、扫描件等文件的存放目录；留空即为用户数据目录下的 files。",
    )
    hosts: tuple[str, ...] = setting(
        (),
        "Names by which the site is called, separated by commas, beside this machine's own (localhost).",
        "访问本站所用的主机名，以逗号分隔；本机（localhost）总是可用。",
    )
    seal_at: time = setting(
        time(18, 30),
        "Time of the day from which the day is sealed, once.",
        "每日封存的时刻，到点之后封存一次。",
    )
    backup_at: time = setting(
        time(19, 0),
        "Time of the day from which the record is backed up, once.",
        "每日备份的时刻，到点之后备份一次。",
    )
    backups: Path = setting(
        Path(),
        "Folder of the daily backups, better on another disk; `backups` in the home folder if not named.",
        "每日备份所在目录，宜在另一块磁盘；留空即为用户数据目录下的 backups。",
    )
    backups_kept: int = setting(
        14,
        "How many daily backups are kept.",
        "保留多少份每日备份。",
    )
    authorities: Path = setting(
        Path(),
        "File with the certificates (PEM) of the office's own CA, for systems that are told of events.",
        "本单位自建 CA 的证书文件（PEM），用于向其他系统推送事件时核验对方证书。",
    )
    requests: int = setting(
        600,
        "How many requests a token may make to the API in a minute, of each process.",
        "每个令牌每分钟可以调用接口多少次（按进程计）。",
    )

    fonts: Path = setting(
        Path(),
        "Folder with the fonts of official documents (仿宋_GB2312, 方正小标宋简体 and others) that PDFs are set with, "
        "beside those installed.",
        "公文字体（仿宋_GB2312、方正小标宋简体等）所在目录，排 PDF 时与已安装的字体一并使用。",
    )

    https: bool = setting(
        False,
        "Whether the site is reached by https: yes or no. With yes, cookies go over https alone.",
        "本站是否经 https 访问：yes 或 no。填 yes 时，Cookie 只经 https 传送。",
    )
    idle_minutes: int = setting(
        60,
        "After how many minutes in which nothing is done one has to sign in again.",
        "多少分钟没有操作就须重新登录。",
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
                values[one.name] = _read(variable(one), raw, one.type)
        if values.get("lang", "zh").lower()[:2] not in ("zh", "en"):
            raise WrongSetting(f"YIFA_LANG is {values['lang']!r}; expected zh or en")
        return cls(**values)


def _read(name: str, raw: str, kind: Any) -> Any:
    """A value as its field wants it. Raises `WrongSetting`."""
    match str(kind):
        case "Path":
            return Path(raw).expanduser()
        case "int":
            if not (raw.isascii() and raw.isdigit() and int(raw)):
                raise WrongSetting(f"{name} is {raw!r}; expected a whole number from 1")
            return int(raw)
        case "bool":
            if raw.lower() not in ("yes", "no"):
                raise WrongSetting(f"{name} is {raw!r}; expected yes or no")
            return raw.lower() == "yes"
        case "time":
            try:
                return time.fromisoformat(raw)
            except ValueError:
                raise WrongSetting(f"{name} is {raw!r}; expected a time of the day such as 18:30") from None
        case "tuple[str, ...]":
            return tuple(part.strip() for part in raw.split(",") if part.strip())
    return raw


def variable(one: Field[Any]) -> str:
    """The environment variable of a field."""
    return f"YIFA_{one.name.upper()}"
