"""Responses: what is sent back, and in which words a fault is told: newslint's own, or none that could be the article's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from newslint.errors import FileError, NewslintError, UsageError
from newslint.page.sheet import FORMAT as PAGE
from newslint.reporters import REPORTERS
from newslint.screens.serve.openapi import Refused
from newslint.screens.serve.work import Busy, Gone, Late

if TYPE_CHECKING:
    from starlette.requests import Request

JSON: Final = "application/json"
_REPORT_POLICY: Final = "frame-ancestors 'none'"  # a report has a policy of its own, which names its style and script
_NOBODY: Final = 499  # there is no status for an answer that nobody waits for; this one is in use


def html(page: str, status: int = 200) -> Response:
    """A page."""
    return Response(page, status, media_type="text/html")


def encoded(value: Any, status: int = 200) -> Response:
    """A struct, or plain data, as JSON."""
    return Response(msgspec.json.encode(value), status, media_type=JSON)


def report(written: str, form: str) -> Response:
    """A report in one of REPORTERS."""
    output = REPORTERS[form]
    headers = {"content-security-policy": _REPORT_POLICY} if form == PAGE else None
    return Response(written, media_type=output.media, headers=headers)


def _fault(_: Request, fault: Exception) -> Response:
    """What is wrong with the request, the article or the configuration, in its own words."""
    status = 400 if isinstance(fault, UsageError) else 422 if isinstance(fault, FileError) else 500
    return encoded(Refused(getattr(fault, "message", "")), status)


def _failed(_: Request, fault: Exception) -> Response:
    """What newslint itself did wrong, without its words, which may be the article's."""
    return encoded(Refused(f"newslint failed: {type(fault).__name__}; please report it"), 500)


def _http(_: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    return encoded(Refused(str(fault.detail)), fault.status_code)


def _busy(_: Request, fault: Exception) -> Response:
    why = "too many requests wait; try again" if isinstance(fault, Busy) else "the article took too long"
    answer = encoded(Refused(why), 503)
    answer.headers["retry-after"] = "2"
    return answer


def _gone(_: Request, __: Exception) -> Response:
    return Response(status_code=_NOBODY)


# Exceptions, and what answers them.
FAULTS: Final[dict[Any, Any]] = {
    NewslintError: _fault,
    HTTPException: _http,
    Busy: _busy,
    Late: _busy,
    Gone: _gone,
    ClientDisconnect: _gone,
    Exception: _failed,
}
