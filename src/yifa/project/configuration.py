"""Everything that differs between installations, in one typed object.

Values come from environment variables named `YIFA_…`; nothing else in the house reads the environment. The page
`docs/lookup/settings.md` is generated from the fields below.
"""

from __future__ import annotations

import hashlib
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
    digest: str = setting(
        "sha256",
        "Digest of what is chained, sealed and committed to from now on: sha256, or sm3 (GB/T 32905). What is on "
        "record names its own and stays as it is.",
        "今后记入链、封存和承诺所用的摘要算法：sha256，或者 sm3（GB/T 32905）。已经记录的各自写明所用算法，不受影响。",
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
    trays_days: int = setting(
        30,
        "After how many days reports and ledgers that were handed in to be checked are forgotten with their results.",
        "送来核验的报告、体检的台账连同结果保存多少天，到期自动删除。",
    )
    handed_in_megabytes: int = setting(
        1000,
        "How many megabytes of files may be sent to the site at once.",
        "一次最多可以上传多少兆字节的文件。",
    )

    mail: str = setting(
        "",
        "Where daily e-mails go: smtp://HOST, smtps://NAME:PASSWORD@HOST, file:/FOLDER; empty: none are sent.",
        "每日邮件的去处：smtp://主机、smtps://用户:口令@主机，或者 file:/目录（封闭网络）；留空即不发送。",
    )
    mail_from: str = setting(
        "",
        "From which address e-mails are sent.",
        "发送邮件所用的地址。",
    )
    mail_at: time = setting(
        time(8, 0),
        "Time of a working day from which the daily e-mail is sent, once.",
        "工作日到此时刻之后发送每日邮件，每日一次。",
    )
    site: str = setting(
        "",
        "Address by which people reach this site, as told in e-mails and calendars: https://yifa.example.",
        "本站的访问地址，写入邮件与日历，例如 https://yifa.example。",
    )

    proxies: tuple[str, ...] = setting(
        (),
        "Addresses of the proxies in front of the site, separated by commas: what they say of a request is believed "
        "(where it comes from, https, the client's certificate), and what anybody else says of it is not.",
        "本站前置代理的地址，以逗号分隔：只采信这些代理转来的来源地址、https 和客户端证书信息，"
        "其他来源的此类请求头一律丢弃。",
    )
    certificates: bool = setting(
        False,
        "Whether one may sign in by a client certificate that a proxy (YIFA_PROXIES) verified: yes or no.",
        "是否允许凭前置代理（YIFA_PROXIES）核验过的客户端证书登录：yes 或 no。",
    )
    oidc_issuer: str = setting(
        "",
        "Address of the office's own sign-in service (OpenID Connect); none if empty.",
        "本单位统一身份认证服务（OpenID Connect）的地址；留空则不用。",
    )
    oidc_client: str = setting(
        "",
        "As whom this site is known to the sign-in service (client id).",
        "本站在统一身份认证服务上登记的应用编号（client id）。",
    )
    oidc_secret: Path = setting(
        Path(),
        "File with the secret of this site at the sign-in service, readable by its owner alone.",
        "存放本站在统一身份认证服务上的密钥的文件，只应由运行者可读。",
    )
    oidc_name: str = setting(
        "统一身份认证",
        "What the sign-in service is called on the page where one signs in.",
        "登录页上统一身份认证服务的名称。",
    )
    oidc_claim: str = setting(
        "sub",
        "By which of its claims the sign-in service tells who somebody is.",
        "以统一身份认证服务给出的哪一项（claim）认定登录人。",
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
        if "digest" in values:
            values["digest"] = _made_here(values["digest"].lower())
        return cls(**values)


def _made_here(digest: str) -> str:
    """A digest that this machine can make. Raises `WrongSetting`."""
    if digest not in ("sha256", "sm3"):
        raise WrongSetting(f"YIFA_DIGEST is {digest!r}; expected sha256 or sm3")
    try:
        hashlib.new(digest)
    except ValueError:
        raise WrongSetting(f"YIFA_DIGEST is {digest}, which this Python cannot make: its OpenSSL has none") from None
    return digest


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
