"""How e-mail leaves this installation: by a server (SMTP), as files for a closed network, or, if nothing is said, not.

smtp://mail.example:587         STARTTLS, where the server offers none it is refused
smtps://name:word@mail.example  TLS from the first byte, port 465 if none is named
file:/srv/yifa/mail             a file for each e-mail, which somebody or something else carries on
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from email.message import EmailMessage
from email.policy import SMTP as BY_SMTP
from email.utils import make_msgid
from pathlib import Path
from smtplib import SMTP, SMTP_SSL
from ssl import create_default_context
from urllib.parse import unquote, urlsplit

WAIT_SECONDS = 20
PORTS = {"smtp": 587, "smtps": 465}


class WrongMail(ValueError):
    """A setting by which no e-mail can be sent; the message says what was found and what is expected."""


@dataclass(frozen=True)
class Mail:
    """Where e-mail goes, from whom, at which time of the day, and the address of the site it speaks of."""

    to: str
    sender: str
    at: time
    site: str = ""

    def __post_init__(self) -> None:
        """Raises `WrongMail`."""
        parts = urlsplit(self.to)
        known = (parts.scheme == "file" and bool(parts.path)) or (parts.scheme in PORTS and bool(parts.hostname))
        if not known:
            found = self.to.rpartition("@")[2]  # what stands before may be a password
            raise WrongMail(f"found {found!r}; expected smtp://HOST, smtps://HOST or file:/FOLDER")
        if "@" not in self.sender:
            raise WrongMail(f"found {self.sender!r} as who sends; expected an address such as yifa@example.invalid")

    def send(self, message: EmailMessage, moment: datetime) -> None:
        """Send one e-mail. Raises `OSError` or `smtplib.SMTPException` where it does not go."""
        message["From"] = self.sender
        message["Date"] = moment
        message["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2].strip(" >"))
        message["Auto-Submitted"] = "auto-generated"
        parts = urlsplit(self.to)
        if parts.scheme == "file":
            self._write(Path(unquote(parts.path)), message, moment)
            return
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        tls = create_default_context()
        with (
            SMTP_SSL(host, port, timeout=WAIT_SECONDS, context=tls)
            if parts.scheme == "smtps"
            else SMTP(host, port, timeout=WAIT_SECONDS)
        ) as server:
            if parts.scheme == "smtp":
                server.starttls(context=tls)
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)

    def _write(self, folder: Path, message: EmailMessage, moment: datetime) -> None:
        """A file of its own, whole or not at all."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"{moment:%Y%m%d-%H%M%S}-{len(list(folder.iterdir())):06}"
        unfinished = folder / f"{name}.unfinished"
        unfinished.touch(mode=0o600)
        unfinished.write_bytes(message.as_bytes(policy=BY_SMTP))
        unfinished.rename(folder / f"{name}.eml")
