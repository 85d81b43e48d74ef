"""Posting to a real server on this machine: what it is sent, and what is made of its answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from yifa.record.deliveries.posting import posting
from yifa.record.deliveries.signatures import HEADER, is_signed, signature


class Server(HTTPServer):
    got: list[tuple[str, bytes]]
    answer: int


class Answering(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.headers[HEADER], body))
        self.send_response(self.server.answer)
        if self.server.answer == 302:
            self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/elsewhere")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Answering) as made:
        made.got, made.answer = [], 204
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield made
        finally:
            made.shutdown()
            thread.join()


def test_a_body_arrives_with_its_signature_and_the_answer_is_told(server: Server) -> None:
    post, address = posting(), f"http://127.0.0.1:{server.server_port}/yifa"
    headers = {HEADER: signature("yifakey_1", b'{"a":1}', 1000)}
    for answer in (204, 410, 302):
        server.answer = answer
        assert post(address, b'{"a":1}', headers) == answer
    assert server.got == [(headers[HEADER], b'{"a":1}')] * 3


def test_who_is_not_there_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match=r"refused|61|111"):
        posting()("http://127.0.0.1:9/", b"", {})


def test_a_signature_holds_for_its_key_its_body_and_five_minutes() -> None:
    said = signature("k", b"body", 1000)
    assert [is_signed("k", b"body", said, now) for now in (1000, 1300, 700, 1301, 699)] == [True] * 3 + [False] * 2
    assert not is_signed("other", b"body", said, 1000)
    assert not is_signed("k", b"Body", said, 1000)
    assert not is_signed("k", b"body", said.replace("t=1000", "t=1001"), 1000)
    assert not any(is_signed("k", b"body", broken, 1000) for broken in ("", "v1=x", "t=,v1=", "t=1e3,v1=x"))
