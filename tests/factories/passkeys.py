"""A device that makes passkeys and signs with them, as phones do, without a browser in between."""

from __future__ import annotations

import json
import os
from hashlib import sha256

from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from cms.accounts.models import User

UP, UV, AT = AuthenticatorData.FLAG.UP, AuthenticatorData.FLAG.UV, AuthenticatorData.FLAG.AT


class Device:
    """One passkey. `origin` is where the browser says that it is, `verifies` whether the device asks who is there."""

    def __init__(self, origin: str = "http://localhost", *, verifies: bool = True) -> None:
        self.origin = origin
        self.flags = UP | UV if verifies else UP
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.credential_id = os.urandom(16)
        self.owner = ""

    def register(self, options: dict) -> str:
        """What a browser sends after making a passkey for these options."""
        asked = options["publicKey"]
        self.owner = asked["user"]["id"]
        made = AttestedCredentialData.create(
            Aaguid.NONE, self.credential_id, ES256.from_cryptography_key(self.key.public_key())
        )
        data = AuthenticatorData.create(sha256(asked["rp"]["id"].encode()).digest(), self.flags | AT, 0, made)
        return self._answer(
            clientDataJSON=self._client("webauthn.create", asked),
            attestationObject=AttestationObject.create("none", data, {}),
        )

    def sign(self, options: dict) -> str:
        """What a browser sends after signing the challenge of these options."""
        asked = options["publicKey"]
        client = self._client("webauthn.get", asked)
        data = AuthenticatorData.create(sha256(asked["rpId"].encode()).digest(), self.flags, 0)
        return self._answer(
            clientDataJSON=client,
            authenticatorData=data,
            signature=self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256())),
            userHandle=websafe_decode(self.owner),
        )

    def _client(self, kind: str, asked: dict) -> bytes:
        return CollectedClientData.create(kind, asked["challenge"], self.origin)

    def _answer(self, **response: bytes) -> str:
        own_id = websafe_encode(self.credential_id)
        return json.dumps(
            {
                "type": "public-key",
                "id": own_id,
                "rawId": own_id,
                "response": {name: websafe_encode(value) for name, value in response.items()},
                "clientExtensionResults": {"credProps": {"rk": True}},
            }
        )


def make_passkey(
    person: User, name: str = "Diensthandy", *, rp: str = "localhost", device: Device | None = None
) -> Authenticator:
    """A passkey of this person for the name `rp`, kept by the device."""
    handle = websafe_encode(user_pk_to_url_str(person).encode())
    options = {"challenge": websafe_encode(os.urandom(32)), "rp": {"id": rp}, "user": {"id": handle}}
    credential = json.loads((device or Device()).register({"publicKey": options}))
    return WebAuthn.add(person, name, credential).instance
