"""A front end elsewhere as its makers build it: Authlib speaks OpenID Connect, a browser stands between."""

from __future__ import annotations

import html
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.jwk import KeySet

from tests.forum_process import PASSWORD

CALLBACK = "http://127.0.0.1:5173/anmeldung/"
VERIFIER = "a-verifier-that-is-long-enough-for-the-forum-and-known-to-nobody"
READING = "openid profile email read:public read:members read:events"


class Browser:
    """Follows pages and forms of the forum, and stops where it is sent elsewhere."""

    def __init__(self, forum: str, person: str | None = None, *others: str) -> None:
        self.forum = forum
        self.known = (forum, *others)
        self.session = requests.Session()
        if person:
            page = self.get(f"{forum}/konto/anmelden/")
            self.send(page, "/konto/anmelden/", login=f"{person}@demo.example", password=PASSWORD)

    def get(self, url: str) -> requests.Response:
        return self._following(self.session.get(url, allow_redirects=False, timeout=30))

    def send(self, page: requests.Response, path: str, **fields: Any) -> requests.Response:
        """The form on a page, with its hidden fields."""
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))
        given = {**{name: html.unescape(value) for name, value in hidden.items()}, **fields}
        headers = {"Referer": page.url}
        answer = self.session.post(
            requests.compat.urljoin(page.url, path), data=given, headers=headers, allow_redirects=False, timeout=30
        )
        return self._following(answer)

    def _following(self, answer: requests.Response) -> requests.Response:
        while answer.is_redirect and (target := requests.compat.urljoin(answer.url, answer.headers["Location"])):
            if not target.startswith(self.known):
                return answer
            answer = self.session.get(target, allow_redirects=False, timeout=30)
        return answer


class FrontEnd:
    """The demo world's example: public, proves itself by PKCE."""

    def __init__(self, forum: str, client_id: str = "example-front-end", scope: str = READING, **options: Any) -> None:
        self.forum = forum
        self.scope = scope
        self.told = requests.get(f"{forum}/.well-known/openid-configuration", timeout=30).json()
        options = {"token_endpoint_auth_method": "none", "redirect_uri": CALLBACK, **options}
        self.oauth = OAuth2Session(client_id, scope=scope, code_challenge_method="S256", **options)

    def begin(self, **more: Any) -> str:
        """Where the person is sent."""
        url, self.state = self.oauth.create_authorization_url(
            self.told["authorization_endpoint"], code_verifier=VERIFIER, nonce="n-1", **more
        )
        return str(url)

    def consent(self, browser: Browser, *scopes: str, action: str = "grant") -> dict[str, str]:
        """The person agrees; what stands in the address at which they arrive."""
        page = browser.get(self.begin())
        assert page.status_code == 200, page.text
        chosen = scopes or [scope for scope in self.scope.split() if scope != "openid"]
        answer = browser.send(page, "/identity/o/authorize", scopes=chosen, action=action)
        assert answer.headers["Location"].startswith(self.oauth.redirect_uri), answer.text
        return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}

    def sign_in(self, browser: Browser, *scopes: str) -> dict[str, Any]:
        """The whole way; what the token endpoint answers."""
        told = self.consent(browser, *scopes)
        assert told["state"] == self.state
        return self.exchange(told["code"])

    def exchange(self, code: str) -> dict[str, Any]:
        token: dict[str, Any] = self.oauth.fetch_token(
            self.told["token_endpoint"], code=code, code_verifier=VERIFIER, grant_type="authorization_code"
        )
        return token

    def verified(self, token: dict[str, Any]) -> dict[str, Any]:
        """What the ID token says, signed by a key that the forum publishes."""
        keys = KeySet.import_key_set(requests.get(self.told["jwks_uri"], timeout=30).json())
        claims = jwt.decode(token["id_token"], keys, algorithms=["RS256"]).claims
        demanded = {"iss": {"value": self.told["issuer"]}, "aud": {"value": self.oauth.client_id}}
        jwt.JWTClaimsRegistry(
            **{name: {"essential": True, **value} for name, value in demanded.items()},
            nonce={"essential": True, "value": "n-1"},
        ).validate(claims)
        return dict(claims)

    def ask(self, path: str, token: dict[str, Any] | None = None, **headers: str) -> requests.Response:
        """A question to the API, with an access token or as a visitor."""
        if token:
            headers["Authorization"] = f"Bearer {token['access_token']}"
        return requests.get(f"{self.forum}{path}", headers=headers, timeout=30)
