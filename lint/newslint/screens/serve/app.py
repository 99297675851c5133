"""App: the routes of the web application. Linting happens in threads; nothing that is sent is kept or logged."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from newslint import __version__
from newslint.article.readers import READERS
from newslint.errors import UsageError
from newslint.page import desk
from newslint.page.sheet import FORMAT as PAGE
from newslint.page.sheet import own
from newslint.reporters import REPORTERS
from newslint.screens.serve import answers, openapi
from newslint.screens.serve.asked import Asked, Source, asked, plain_name
from newslint.screens.serve.doors import COOKIE, Doors
from newslint.screens.serve.guard import Guard
from newslint.screens.serve.metrics import MEDIA_TYPE, Metrics
from newslint.screens.serve.responses import FAULTS, JSON, encoded, html, report
from newslint.screens.serve.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

    from newslint.screens.serve.linting import Linted, Linting

T = TypeVar("T")
# What somebody writes; files that programs exchange are opened, and edited as plain text.
_FORMATS: Final = [(form.title, f"article{form.suffixes[0]}") for form in READERS if not form.exchanged]
_TYPES: Final = {"js": "text/javascript", "css": "text/css", "svg": "image/svg+xml", "txt": "text/plain"}
_FIELDS: Final = 100  # of a form; one has many boxes to tick


class Limits(Struct, frozen=True):
    """`size` in bytes of a request, `seconds` from a request to its answer, `threads` for quick readings."""

    size: int = 5_000_000
    seconds: float = 20.0
    threads: int = 2


class App:
    """What the routes share."""

    def __init__(self, linting: Linting, doors: Doors, limits: Limits) -> None:
        self._linting, self._doors, self._limits = linting, doors, limits
        self._models = linting.plan(Asked()).effective.reading == "thorough"
        self.metrics = Metrics()
        self._quick = Work(limits.threads, limits.seconds)
        self._thorough = Work(1, limits.seconds)

    async def page(self, _: Request) -> Response:
        """The page."""
        packs = await asyncio.to_thread(self._linting.packs)
        return html(desk.page([(pack.name, pack.runs) for pack in packs], _FORMATS))

    async def file(self, request: Request) -> Response:
        """A file of the page."""
        name = request.path_params["name"]
        if name not in desk.FILES:
            raise HTTPException(404, "not found")
        return Response(own(name), media_type=_TYPES[name.rpartition(".")[2]])

    async def look(self, request: Request) -> Response:
        """What the page shows of an article."""
        return encoded(await self._linted(request, asked(await self._json(request)), answers.looked))

    async def open(self, request: Request) -> Response:
        """The articles of a file, as text; the body is the file."""
        name = plain_name(request.query_params.get("name", ""), "")
        body = await self._body(request)
        opened = partial(answers.opened, Source(data=body), name)
        return encoded(await self._quick.do(opened, request.is_disconnected))

    async def form(self, request: Request) -> Response:
        """The page of a run, for a browser without scripts."""
        fields = _fields(await self._body(request))
        source = fields.get("source", "").strip()
        sent = Asked(
            content=fields.get("content", ""),
            name=fields.get("name") or Asked().name,
            sources=[Source(content=source)] if source else [],
        )
        return report(await self._linted(request, sent, partial(answers.reported, form=PAGE)), PAGE)

    async def check(self, request: Request) -> Response:
        """A report, for other programs."""
        form = request.query_params.get("format", "json")
        if form not in REPORTERS:
            raise UsageError(f"unknown format '{form}'; choose from {', '.join(REPORTERS)}")
        sent = asked(await self._json(request))
        return report(await self._linted(request, sent, partial(answers.reported, form=form)), form)

    async def description(self, _: Request) -> Response:
        """The description of the endpoint."""
        return encoded(openapi.description(token=bool(self._doors.token)))

    async def health(self, _: Request) -> Response:
        """That the server runs."""
        return encoded(openapi.Health("ok", __version__))

    async def figures(self, _: Request) -> Response:
        """Figures for Prometheus."""
        waiting = self._quick.waiting + self._thorough.waiting
        return Response(self.metrics.text(waiting), media_type=MEDIA_TYPE)

    async def login(self, request: Request) -> Response:
        """Asks for the token, and keeps it in a cookie that scripts do not see."""
        if request.method != "POST":
            return html(desk.login())
        if not self._doors.fits(_fields(await self._body(request)).get("token", "").strip()):
            return html(desk.login(wrong=True), 401)
        answer = RedirectResponse("./", 303)
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, self._doors.token, httponly=True, samesite="strict", secure=secure)
        return answer

    async def _linted(self, request: Request, sent: Asked, write: Callable[[Linted], T]) -> T:
        """What is written of an article that was sent; both in a thread."""
        started = time.perf_counter()

        def work() -> tuple[T, dict[str, int]]:
            found = self._linting.read(sent)
            return write(found), answers.summary(found).severities

        quick = sent.reading == "quick" or not self._models
        written, severities = await (self._quick if quick else self._thorough).do(work, request.is_disconnected)
        self.metrics.linted(time.perf_counter() - started, severities)
        return written

    async def _json(self, request: Request) -> bytes:
        """The body of a request that says it is JSON, which no form of another site can say without being asked."""
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
            raise HTTPException(415, f"send 'Content-Type: {JSON}'")
        return await self._body(request)

    async def _body(self, request: Request) -> bytes:
        """The body of a request; HTTPException if it is too large, or does not arrive in time."""
        most, parts, size = self._limits.size, [], 0
        length = request.headers.get("content-length", "")
        try:
            async with asyncio.timeout(self._limits.seconds):
                async for part in request.stream():
                    size += len(part)
                    if size > most or (length.isdecimal() and int(length) > most):
                        raise HTTPException(413, f"more than {most:,} bytes; see --max-size")
                    parts.append(part)
        except TimeoutError:
            raise HTTPException(408, "the request did not arrive in time") from None
        return b"".join(parts)


def _fields(body: bytes) -> dict[str, str]:
    """The fields of a form, each once. HTTPException if it is none."""
    try:
        found = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=_FIELDS)
    except ValueError:
        raise HTTPException(400, "the form cannot be read") from None
    return {name: values[0].replace("\r\n", "\n") for name, values in found.items()}


def application(linting: Linting, doors: Doors, limits: Limits | None = None) -> ASGIApp:
    """The whole application, its guard before it. ConfigError, RuleError or UsageError if the configuration cannot be used."""
    app = App(linting, doors, limits or Limits())
    routes = [Route(path, getattr(app, name), methods=methods) for path, (name, *methods) in _ROUTES.items()]
    return Guard(Starlette(routes=routes, exception_handlers=FAULTS), doors, app.metrics, frozenset(_ROUTES))


_ROUTES: Final = {
    "/": ("page", "GET"),
    "/page/{name}": ("file", "GET"),
    "/desk/look": ("look", "POST"),
    "/desk/open": ("open", "POST"),
    "/desk/check": ("form", "POST"),
    "/login": ("login", "GET", "POST"),
    "/api/check": ("check", "POST"),
    "/openapi.json": ("description", "GET"),
    "/health": ("health", "GET"),
    "/metrics": ("figures", "GET"),
}
