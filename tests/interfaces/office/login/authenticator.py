"""A passkey in software: makes a key and shows it, as a browser with an authenticator would."""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode

PRESENT, VERIFIED, WITH_KEY = 0x01, 0x04, 0x40


@dataclass
class Passkey:
    """One key, for one site."""

    site: str
    id: bytes = b"a passkey in software, 32 bytes!"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def create(self, asked: dict[str, Any]) -> str:
        """What the browser answers when a key is set up."""
        client = self._client("webauthn.create", asked)
        cose = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        data = self._data(PRESENT | VERIFIED | WITH_KEY) + bytes(16) + struct.pack(">H", len(self.id)) + self.id + cose
        attested = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer({"clientDataJSON": client, "attestationObject": attested})

    def get(self, asked: dict[str, Any]) -> str:
        """What the browser answers when the key is shown."""
        client, data = self._client("webauthn.get", asked), self._data(PRESENT | VERIFIED)
        signed = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer({"clientDataJSON": client, "authenticatorData": data, "signature": signed})

    def _client(self, type_: str, asked: dict[str, Any]) -> bytes:
        told = {"type": type_, "challenge": asked["publicKey"]["challenge"], "origin": f"https://{self.site}"}
        return json.dumps(told).encode()

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.site.encode()).digest() + bytes([flags]) + struct.pack(">I", 1)

    def _answer(self, response: dict[str, bytes]) -> str:
        told = {name: websafe_encode(value) for name, value in response.items()}
        id_ = websafe_encode(self.id)
        return json.dumps(
            {"id": id_, "rawId": id_, "type": "public-key", "response": told, "clientExtensionResults": {}}
        )
