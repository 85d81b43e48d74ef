"""The counter over HTTP: who is answered, what may be fetched, and that nothing stays behind."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from yifa.interfaces.counter.jobs import Job, JobKind
from yifa.interfaces.counter.serving import Counter
from yifa.wording import language


def echo(job: Job) -> None:
    """Work of a kind that takes no time: a page and a table of what was dropped."""
    names = sorted(path.name for path in job.intake.folder.rglob("*") if path.is_file())
    if "坏.csv" in names:
        raise ValueError("坏")
    job.results.mkdir(parents=True)
    for name in ("疑点.html", "表/疑点.xlsx"):
        path = job.results / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(" ".join([str(job.as_of), *names]), encoding="utf-8")
        job.files.append(path)
    job.summary = [{"words": f"{len(names)}"}]


class Client:
    """A browser that holds the key, or not."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.own = {
            "Host": counter.guard.hosts[0],
            "Cookie": f"{counter.guard.cookie}={counter.guard.key}",
            "Origin": f"http://{counter.guard.hosts[0]}",
        }

    def ask(
        self, method: str, path: str, body: bytes = b"", **changed: str | None
    ) -> tuple[int, dict[str, str], bytes]:
        headers = {name: value for name, value in (self.own | changed).items() if value is not None}
        connection = http.client.HTTPConnection("127.0.0.1", self.counter.guard.port, timeout=10)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        if "Content-Length" not in headers:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    def data(self, method: str, path: str, body: bytes = b"", **changed: str | None) -> Any:
        status, _, content = self.ask(method, path, body, **changed)
        assert status == 200, content
        return json.loads(content)

    def finished(self, id_: str) -> Any:
        for _ in range(200):
            job = self.data("GET", f"/jobs/{id_}")
            if job["state"] in ("done", "failed"):
                return job
            time.sleep(0.01)
        raise AssertionError("the job does not end")


@pytest.fixture
def client() -> Iterator[Client]:
    work = {JobKind.LEDGERS: echo, JobKind.REPORTS: echo}
    counter = Counter(0, work, language("zh"), lambda: date(2026, 8, 31))
    thread = threading.Thread(target=counter.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield Client(counter)
    counter.shutdown()
    counter.server_close()
    thread.join()


def done(client: Client, *names: str) -> Any:
    job = client.data("POST", "/jobs?kind=ledgers&as_of=2026-06-30")
    for name in names:
        client.data("PUT", f"/jobs/{job['id']}/files?name={name}", b"1,2")
    client.data("POST", f"/jobs/{job['id']}/start")
    return client.finished(job["id"])


def test_it_stands_on_this_machine_alone(client: Client) -> None:
    assert client.counter.server_address[0] == "127.0.0.1"


def test_the_key_in_the_address_becomes_a_cookie(client: Client) -> None:
    status, headers, _ = client.ask("GET", f"/?key={client.counter.guard.key}", Cookie=None)
    assert (status, headers["Location"]) == (303, "/")
    assert headers["Set-Cookie"] == f"{client.own['Cookie']}; Path=/; HttpOnly; SameSite=Strict"
    assert client.ask("GET", "/?key=guessed", Cookie=None)[0] == 403


@pytest.mark.parametrize(
    ("method", "path", "changed", "status"),
    [
        ("GET", "/", {}, 200),
        ("GET", "/", {"Cookie": None}, 403),
        ("GET", "/", {"Host": "rebound.example:8000"}, 421),
        ("GET", "/?key=x", {"Host": "rebound.example:8000"}, 421),
        ("GET", "/assets/counter.js", {}, 200),
        ("GET", "/assets/../guard.py", {}, 404),
        ("GET", "/assets/counter.html", {}, 404),
        ("GET", "/jobs/unknown", {}, 404),
        ("POST", "/jobs?kind=ledgers", {}, 200),
        ("POST", "/jobs?kind=ledgers", {"Cookie": None}, 403),
        ("POST", "/jobs?kind=ledgers", {"Origin": "http://evil.example"}, 403),
        ("POST", "/jobs?kind=ledgers", {"Origin": None}, 403),
        ("POST", "/jobs?kind=ledgers", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("POST", "/jobs?kind=others", {}, 400),
        ("POST", "/jobs?kind=ledgers&as_of=tomorrow", {}, 400),
        ("PUT", "/jobs/unknown/files?name=a", {}, 404),
        ("POST", "/stop", {"Origin": "http://evil.example"}, 403),
    ],
)
def test_who_is_answered(client: Client, method: str, path: str, changed: dict[str, str | None], status: int) -> None:
    assert client.ask(method, path, **changed)[0] == status


def test_files_go_in_and_results_come_out(client: Client) -> None:
    job = done(client, "a.csv", "%E5%8F%B0%E8%B4%A6/b.csv")
    assert (job["state"], [one["name"] for one in job["files"]]) == ("done", ["疑点.html", "表/疑点.xlsx"])
    status, headers, content = client.ask("GET", f"/jobs/{job['id']}/files/%E8%A1%A8/%E7%96%91%E7%82%B9.xlsx")
    assert (status, content.decode()) == (200, "2026-06-30 a.csv b.csv")
    assert headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    _, headers, _ = client.ask("GET", f"/jobs/{job['id']}/files/%E7%96%91%E7%82%B9.html")
    assert headers["Content-Security-Policy"].startswith("sandbox allow-scripts")
    assert "allow-same-origin" not in headers["Content-Security-Policy"]


def test_no_other_file_can_be_fetched(client: Client) -> None:
    job = done(client, "a.csv")
    for name in ("../files/a.csv", "..%2Ffiles%2Fa.csv", "%2Fetc%2Fpasswd", "none.xlsx"):
        assert client.ask("GET", f"/jobs/{job['id']}/files/{name}")[0] == 404


def test_a_job_that_fails_says_so_and_the_next_is_done(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    failed = done(client, "%E5%9D%8F.csv")
    assert (failed["state"], "坏" in failed["message"]) == ("failed", True)
    assert "ValueError" in capsys.readouterr().err
    assert done(client, "a.csv")["state"] == "done"


def test_a_file_that_says_it_is_larger_than_all_is_refused_unread(client: Client) -> None:
    job = client.data("POST", "/jobs?kind=ledgers")
    path = f"/jobs/{job['id']}/files?name=a.csv"
    assert client.ask("PUT", path, **{"Content-Length": str(1 << 40)})[0] == 413
    assert client.ask("PUT", path, **{"Content-Length": "-1"})[0] == 400


def test_files_sent_after_the_start_are_refused(client: Client) -> None:
    job = done(client, "a.csv")
    assert client.ask("PUT", f"/jobs/{job['id']}/files?name=b.csv", b"1")[0] == 400


def test_every_answer_keeps_the_page_to_itself(client: Client) -> None:
    for path in ("/", "/assets/counter.js", "/assets/ground.css", "/none"):
        _, headers, _ = client.ask("GET", path)
        assert headers["Content-Security-Policy"].startswith("default-src 'none'"), path
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_nothing_stays_when_it_is_closed(client: Client) -> None:
    job = done(client, "a.csv")
    folder = client.counter.jobs.folder
    assert (folder / job["id"]).is_dir()
    assert not list((folder / job["id"]).glob("files/*")), "what was dropped goes as soon as the work is done"
    client.data("POST", "/stop")
    client.counter.server_close()
    assert not folder.exists()


def test_a_file_of_a_folder_is_kept_below_it(client: Client) -> None:
    job = client.data("POST", "/jobs?kind=reports")
    client.data("PUT", f"/jobs/{job['id']}/files?name=..%2F..%2Fb.csv", b"1")
    held = client.counter.jobs.jobs[job["id"]].intake.folder
    assert [path.relative_to(held) for path in held.rglob("*")] == [Path("b.csv")]
