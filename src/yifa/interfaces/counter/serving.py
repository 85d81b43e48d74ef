"""The counter over HTTP, with the server Python brings along: one page, its script and style, jobs and their files.

A single person on this machine is served, so that a thread a request is enough. Every answer forbids the browser to
load anything from elsewhere; result pages are shown without any right of the counter's own page.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from datetime import date
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import parse_qs, quote, unquote, urlsplit

from yifa.interfaces.counter.guard import ADDRESS, Guard
from yifa.interfaces.counter.intake import MOST_BYTES, NotAnArchive, TooMuch
from yifa.interfaces.counter.jobs import Job, JobKind, Jobs, State, Work
from yifa.interfaces.counter.page import asset, render
from yifa.wording import CHINESE, ENGLISH, Language, language

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
APART = "sandbox allow-scripts allow-modals; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"
"""The policy of a result page: it runs on its own, without the key; its own policy is stricter still."""
NOTHING: Mapping[str, str] = MappingProxyType({})
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".json": "application/json; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}


class Counter(ThreadingHTTPServer):
    """The counter on a port of this machine; port 0 takes any that is free."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(
        self, port: int, work: Mapping[JobKind, Work], speech: Language, today: Callable[[], date] = date.today
    ) -> None:
        self.jobs = Jobs(dict(work))  # first: a port that is taken closes what is not yet open
        super().__init__((ADDRESS, port), _Handler)
        self.guard = Guard(int(self.server_address[1]))
        self.speech = speech
        self.today = today

    def server_close(self) -> None:
        """Free the port, and delete everything that was taken in or written."""
        super().server_close()
        self.jobs.close()


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server_version = "yifa"
    sys_version = ""

    @property
    def counter(self) -> Counter:
        return cast("Counter", self.server)

    def do_GET(self) -> None:
        """The page, its assets, how far a job is, a file."""
        if self._stranger():
            return
        asked = urlsplit(self.path)
        given = parse_qs(asked.query)
        if asked.path == "/" and "key" in given:
            self._begin(given["key"][0])
            return
        if not self.counter.guard.has_key(cast("Mapping[str, str]", self.headers)):
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        match asked.path.strip("/").split("/"):
            case [""]:
                speech = language(given["lang"][0]) if given.get("lang", [""])[0] in (CHINESE, ENGLISH) else None
                page = render(speech or self.counter.speech, self.counter.today())
                self._send(page.encode(), ".html", policy=POLICY)
            case ["assets", name] if (content := asset(name)) is not None:
                self._send(content, Path(name).suffix, policy=POLICY)
            case ["jobs", id_] if (job := self.counter.jobs.jobs.get(id_)) is not None:
                self._data(job.as_data())
            case ["jobs", id_, "files", *parts] if (job := self.counter.jobs.jobs.get(id_)) is not None:
                self._file(job, unquote("/".join(parts)))
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def do_PUT(self) -> None:
        """A file of a job: its name in the address, its bytes as they are."""
        if self._stranger(changing=True):
            return
        asked = urlsplit(self.path)
        match asked.path.strip("/").split("/"):
            case ["jobs", id_, "files"] if (job := self.counter.jobs.jobs.get(id_)) is not None:
                self._take(job, parse_qs(asked.query).get("name", ["_"])[0])
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """A new job, its start, the end of the counter."""
        if self._stranger(changing=True):
            return
        asked = urlsplit(self.path)
        given = parse_qs(asked.query)
        match asked.path.strip("/").split("/"):
            case ["jobs"]:
                self._new(given)
            case ["jobs", id_, "start"] if (job := self.counter.jobs.jobs.get(id_)) is not None:
                self.counter.jobs.start(job)
                self._data(job.as_data())
            case ["stop"]:
                self._data({"stopped": True})
                threading.Thread(target=self.counter.shutdown, daemon=True).start()
            case _:
                self._refuse(HTTPStatus.NOT_FOUND)

    # -- who asks -----------------------------------------------------------------------------------------------------

    def _stranger(self, *, changing: bool = False) -> bool:
        """Whether the request is refused: by host, by key, by where it comes from."""
        guard = self.counter.guard
        headers = cast("Mapping[str, str]", self.headers)
        if not guard.is_own_host(headers):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return True
        if changing and not (guard.has_key(headers) and guard.may_change(headers)):
            self._refuse(HTTPStatus.FORBIDDEN)
            return True
        return False

    def _begin(self, key: str) -> None:
        """Trade the key in the address for a cookie, so that it stands in no history."""
        if not self.counter.guard.is_key(key):
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", "/")
        self.send_header("Set-Cookie", self.counter.guard.cookie_header())
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Content-Length", "0")
        self.end_headers()

    # -- what is done -------------------------------------------------------------------------------------------------

    def _new(self, given: Mapping[str, list[str]]) -> None:
        try:
            kind = JobKind(given.get("kind", [""])[0])
            as_of = date.fromisoformat(given["as_of"][0]) if given.get("as_of") else self.counter.today()
        except ValueError:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        tag = given.get("lang", [self.counter.speech.tag])[0]
        speech = language(tag) if tag in (CHINESE, ENGLISH) else self.counter.speech
        job = self.counter.jobs.new(kind, speech, as_of, per_organ=given.get("per_organ") == ["yes"])
        self._data(job.as_data())

    def _take(self, job: Job, name: str) -> None:
        length = int(self.headers.get("Content-Length") or -1)
        say = job.speech.say
        if job.state is not State.TAKING_IN or length < 0:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        if length > MOST_BYTES:
            self._too_much(say("{name} is too large: at most {most} MB are taken", name=name, most=MOST_BYTES >> 20))
            return
        try:
            job.intake.put(name, cast("Any", self.rfile), length)
        except TooMuch:
            self._too_much(say("too much for one job: at most {most} MB are taken", most=MOST_BYTES >> 20))
        except NotAnArchive:
            self._data({"message": say("{name} cannot be opened; is it locked or broken?", name=name)}, status=422)
        except OSError:
            self.close_connection = True
        else:
            self._data({"taken": job.intake.files})

    def _too_much(self, message: str) -> None:
        self.close_connection = True
        self._data({"message": message}, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)

    def _file(self, job: Job, name: str) -> None:
        path = next((one for one in job.files if one.relative_to(job.results).as_posix() == name), None)
        if path is None or not path.is_file():
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        shown = path.suffix == ".html"
        plain = quote(path.name)
        self._send(
            path.read_bytes(),
            path.suffix,
            policy=APART if shown else POLICY,
            more={} if shown else {"Content-Disposition": f"attachment; filename*=UTF-8''{plain}"},
        )

    # -- answers ------------------------------------------------------------------------------------------------------

    def _data(self, data: Any, status: int = HTTPStatus.OK) -> None:
        self._send(json.dumps(data, ensure_ascii=False).encode(), ".json", policy=POLICY, status=status)

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self._send(status.phrase.encode(), "", policy=POLICY, status=status)

    def _send(
        self,
        content: bytes,
        ending: str,
        *,
        policy: str,
        status: int = HTTPStatus.OK,
        more: Mapping[str, str] = NOTHING,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(ending, "application/octet-stream" if ending else "text/plain"))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cache-Control", "no-store")
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is given
        """Nothing is logged: names of files tell of persons."""
