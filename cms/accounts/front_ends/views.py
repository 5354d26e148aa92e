"""What front ends and browsers ask of the provider: django-allauth's views with what this forum insists on besides."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from allauth.core.internal import ratelimit
from allauth.idp.oidc import views as allauth
from allauth.idp.oidc.internal.oauthlib.server import get_server
from allauth.idp.oidc.internal.oauthlib.utils import extract_params, get_validator_context, respond_html_error
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from oauthlib.oauth2.rfc6749 import errors

from cms.accounts.front_ends.actions import let_in, note_use
from cms.accounts.front_ends.consent import ConsentForm
from cms.accounts.front_ends.queries import access_of, consented_scopes, front_end_named, refreshable_scopes
from cms.accounts.front_ends.scopes import OPENID
from cms.accounts.models import User
from plugins.api.adapters.http import actor_of

WAIT = 60
"""Seconds until a front end that asked too often may come back."""


class Authorization(allauth.AuthorizationView):
    """Somebody is asked whether they let a front end in."""

    form_class = ConsentForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        if isinstance(response, TemplateResponse):
            _may_lead_to(response, self._request_info.get("redirect_uri", ""))
        elif response.status_code == 200:  # what is wrong stands on a page that django-allauth finds in order
            response.status_code = 400
        return response

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What makes no sense is said before anybody signs in for it."""
        try:
            refusal = self._refusal(request)
        except (errors.FatalClientError, ValidationError) as error:
            return respond_html_error(request, error=error)
        except errors.OAuth2Error as error:
            refusal = error
        if refusal:
            return allauth._ClientHttpResponseRedirect(refusal.in_uri(refusal.redirect_uri))
        return super().get(request, *args, **kwargs)

    def _refusal(self, request: HttpRequest) -> errors.OAuth2Error | None:
        """What our rules add to oauthlib's, which raises its own."""
        scopes, info = get_server().validate_authorization_request(*extract_params(request))
        asked = info["request"]
        if info.get("code_challenge") and asked.code_challenge_method != "S256":
            return errors.UnsupportedCodeChallengeMethodError(request=asked)
        # oauthlib's rule would take what the person agreed to with any other front end for an answer to this one
        silent = "none" in (info.get("prompt") or ())
        if silent and not set(scopes) <= consented_scopes(cast(User, request.user), asked.client) | {OPENID}:
            return errors.ConsentRequired(request=asked)
        return None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "leads_to": urlsplit(self._request_info.get("redirect_uri", "")).netloc}

    def form_valid(self, form: ConsentForm) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        address = urlsplit(response.get("Location", ""))
        client = front_end_named(self._request_info["client_id"])
        if client and "code" in parse_qs(address.query):
            let_in(client, form.cleaned_data["scopes"], actor=actor_of(self.request))
        return response


class Token(allauth.TokenView):
    """A code or a refresh token is exchanged."""

    def post(self, request: HttpRequest) -> HttpResponse:
        if too_many := _too_many(request):
            return too_many
        _narrow(request)
        return super().post(request)


class UserInfo(allauth.UserInfoView):
    """Who somebody is, while they let the front end in."""

    def _respond(self, request: HttpRequest) -> HttpResponse:
        response: HttpResponse = super()._respond(request)
        token = get_validator_context().access_token
        access = access_of(token.user, token.client) if token else None
        if access:
            note_use(access)
        elif response.status_code == 200:
            return JsonResponse({"error": "invalid_token"}, status=401)
        return response


class Revoke(allauth.RevokeView):
    """A front end gives a token back."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if too_many := _too_many(request):
            return too_many
        response: HttpResponse = super().post(request, *args, **kwargs)
        if not response.content:
            del response["Content-Type"]  # oidc-client-ts takes an answer that says it were HTML for a failure
        return response


class Logout(allauth.LogoutView):
    """A front end sends somebody here to sign out; whether of the forum, too, they are asked."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        if isinstance(response, TemplateResponse):
            form = (response.context_data or {})["form"]
            _may_lead_to(response, form.cleaned_data.get("post_logout_redirect_uri") or "")
        elif response.status_code == 200:
            response.status_code = 400
        return response


authorization, token, revoke = Authorization.as_view(), Token.as_view(), Revoke.as_view()
user_info, logout = UserInfo.as_view(), Logout.as_view()


def _too_many(request: HttpRequest) -> HttpResponse | None:
    """One limit for everything that takes codes, tokens and secrets."""
    if ratelimit.consume(request, app="allauth.idp.oidc", action="token"):
        return None
    said = {"error": "temporarily_unavailable", "error_description": "Too many requests."}
    return JsonResponse(said, status=429, headers={"Retry-After": str(WAIT)})


def _narrow(request: HttpRequest) -> None:
    """Client libraries renew with all scopes that they asked for at first, also those that the person took away: these
    are passed over (RFC 6749, 3.3), where oauthlib would refuse.
    """
    asked = request.POST.get("scope", "").split()
    if request.POST.get("grant_type") == "refresh_token" and asked:
        granted = refreshable_scopes(request.POST.get("refresh_token", ""))
        given = request.POST.copy()
        given["scope"] = " ".join([scope for scope in asked if scope in granted] or asked)
        request.POST = given  # type: ignore[assignment]


def _may_lead_to(response: HttpResponse, address: str) -> None:
    """Browsers hold the policy against where a form leads in the end, and this one leads back to the front end."""
    parts = urlsplit(address)
    if parts.scheme in ("http", "https"):
        sources = [f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"]
    else:
        sources = [f"{parts.scheme}:"] if parts.scheme else []
    response._csp_update = {"form-action": sources}  # type: ignore[attr-defined]
