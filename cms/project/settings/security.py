"""What browsers are told. Behind a name of its own the forum insists on HTTPS; on this machine alone it cannot."""

from __future__ import annotations

from csp.constants import NONE, SELF

from cms.project import env

_LOCAL = {"localhost", "127.0.0.1", "[::1]"}
_IS_LOCAL = set(env.names("ALLOWED_HOSTS", _LOCAL)) <= _LOCAL

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = not _IS_LOCAL
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = not _IS_LOCAL
CSRF_COOKIE_SECURE = not _IS_LOCAL
SECURE_HSTS_SECONDS = 0 if _IS_LOCAL else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = not _IS_LOCAL
SECURE_HSTS_PRELOAD = not _IS_LOCAL
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]
"""W019 wants X-Frame-Options DENY; Wagtail's preview panel frames our own pages."""
if _IS_LOCAL:
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        # older browsers do not count websockets among what is the page's own
        "connect-src": [SELF, env.address("BASE_URL", "http://127.0.0.1:8000").replace("http", "ws", 1)],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "frame-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [SELF],
    },
}
