"""Guard: stands before the application: lets in what `doors` let in, and sends headers of caution with every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from newslint.screens.serve.doors import Doors, Refusal
    from newslint.screens.serve.metrics import Metrics

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types newslint"
)
_CAUTION: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # without it browsers do not say of a form that it is ours
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
_PREFLIGHT: Final = {
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "authorization, content-type",
    "access-control-allow-private-network": "true",
    "access-control-max-age": "600",
}


class Guard:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, doors: Doors, metrics: Metrics, paths: frozenset[str]) -> None:
        self._app, self._doors, self._metrics, self._paths = app, doors, metrics, paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        shared = origin if self._doors.shares(scope["path"], origin) else None

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                path = scope["path"] if scope["path"] in self._paths else "other"
                self._metrics.answered(path, message["status"])
                _add(MutableHeaders(scope=message), shared)
            await send(message)

        refusal = self._doors.refusal(scope["method"], scope["path"], headers)
        if refusal is not None:
            await _refused(refusal, scope)(scope, receive, sent)
        elif shared is not None and scope["method"] == "OPTIONS":
            await Response(status_code=204, headers=_PREFLIGHT)(scope, receive, sent)
        else:
            await self._app(scope, receive, sent)


def _add(headers: MutableHeaders, shared: str | None) -> None:
    """Adds the headers of caution, but for those that an answer has set, and what lets one other site read it."""
    for name, value in _CAUTION.items():
        headers.setdefault(name, value)
    if shared is not None:
        headers["access-control-allow-origin"] = shared
        headers["cross-origin-resource-policy"] = "cross-origin"
        headers.add_vary_header("origin")


def _refused(refusal: Refusal, scope: Scope) -> Response:
    """The answer to a request that is refused; somebody who opens the page without a token is asked for it."""
    if refusal.status == 401 and (scope["method"], scope["path"]) == ("GET", "/"):
        return RedirectResponse("login", 303)
    return JSONResponse({"error": refusal.message}, refusal.status)
