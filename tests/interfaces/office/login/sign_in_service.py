"""A sign-in service (OpenID Connect) of a process of its own tests: knows one person, and says so."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import jwt

CLIENT = "yifa"
SECRET = "a secret of the service, long enough"  # noqa: S105 - made up


@contextmanager
def service(person: str) -> Iterator[str]:
    """The address of a service at which `person` has signed in."""

    class Handler(BaseHTTPRequestHandler):
        def _give(self, told: dict[str, Any]) -> None:
            body = json.dumps(told).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            here = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
            if self.path == "/userinfo":
                self._give({"sub": person})
                return
            names = ("authorization", "token", "userinfo")
            told = {f"{name}_endpoint": f"{here}/{name}" for name in names}
            self._give(told | {"issuer": here, "jwks_uri": f"{here}/keys"})

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            here, now = f"http://127.0.0.1:{self.server.server_port}", int(time.time())  # type: ignore[attr-defined]
            claims = {"iss": here, "aud": CLIENT, "sub": person, "iat": now, "exp": now + 60}
            id_token = jwt.encode(claims, SECRET, "HS256")
            self._give({"access_token": "a", "token_type": "Bearer", "expires_in": 60, "id_token": id_token})

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
