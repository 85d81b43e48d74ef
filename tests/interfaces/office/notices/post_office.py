"""A mail server that is one: SMTP on a socket, with STARTTLS under a certificate of its own and a name and password."""

from __future__ import annotations

import base64
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


@dataclass
class PostOffice:
    """What came in: who sent to whom, under TLS or not, signed in as whom, and the message as it came."""

    port: int = 0
    certificate: Path = Path()
    received: list[tuple[str, str, bool, str, bytes]] = field(default_factory=list)


@contextmanager
def post_office(folder: Path) -> Iterator[PostOffice]:
    """A server on a free port of this machine; its certificate is for `localhost`."""
    of = PostOffice(certificate=folder / "server.pem")
    _certify(of.certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(of.certificate)

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            secured, known, sender, to = False, "", "", ""
            self.say("220 localhost")
            while line := self.rfile.readline().decode().strip():
                match line.partition(" ")[0].upper():
                    case "EHLO":
                        self.say("250-localhost\r\n250 AUTH PLAIN" if secured else "250-localhost\r\n250 STARTTLS")
                    case "STARTTLS":
                        self.say("220 go on")
                        try:
                            self.request = context.wrap_socket(self.request, server_side=True)
                        except OSError:  # who came does not trust the certificate
                            return
                        self.setup()
                        secured = True
                    case "AUTH":
                        known = base64.b64decode(line.rpartition(" ")[2]).decode().replace("\0", " ").strip()
                        self.say("235 known")
                    case "MAIL":
                        sender = line
                        self.say("250 fine")
                    case "RCPT":
                        to = line
                        self.say("250 fine")
                    case "DATA":
                        self.say("354 go on")
                        data = b"".join(iter(self.rfile.readline, b".\r\n"))
                        of.received.append((sender, to, secured, known, data))
                        self.say("250 taken")
                    case "QUIT":
                        self.say("221 farewell")
                        return
                    case _:
                        self.say("500 not understood")

        def finish(self) -> None:
            super().finish()
            self.request.close()

        def say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        of.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield of
        server.shutdown()
        thread.join()


def _certify(path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    begun = datetime.now(UTC) - timedelta(hours=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begun)
        .not_valid_after(begun + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
