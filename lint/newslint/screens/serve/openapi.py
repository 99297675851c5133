"""OpenAPI: the description of what other programs may ask, made from the structs that they send and get."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from newslint import __version__
from newslint.reporters import REPORTERS
from newslint.reporters.json import WireReport
from newslint.screens.serve.asked import Asked


class Refused(Struct, frozen=True):
    """Why a request was not answered, in one sentence."""

    error: str


class Health(Struct, frozen=True):
    """That the server runs, and its version."""

    status: str
    version: str


_STATUSES = {
    400: "the request is not as described, or names a rule that is none",
    401: "a token is needed",
    403: "the page of another site asked",
    413: "the article is too large",
    415: "the request is not JSON",
    422: "the bytes are no text",
    503: "too many requests wait, or the article took too long; try again",
}


def description(*, token: bool) -> dict[str, Any]:
    """The document, OpenAPI 3.1. `token`: whether one is needed."""
    _, schemas = msgspec.json.schema_components(
        (Asked, WireReport, Refused, Health), ref_template="#/components/schemas/{name}"
    )
    components: dict[str, Any] = {"schemas": schemas}
    if token:
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "newslint", "version": __version__, "description": "A linter for news text."},
        "paths": {"/api/check": {"post": _check()}, "/health": {"get": _health()}, "/metrics": {"get": _metrics()}},
        "components": components,
        **({"security": [{"token": []}]} if token else {}),
    }


def _check() -> dict[str, Any]:
    return {
        "operationId": "check",
        "summary": "Lint an article",
        "description": "The article is not kept, and nothing of it is logged.",
        "parameters": [
            {
                "name": "format",
                "in": "query",
                "description": "the form of the report",
                "schema": {"enum": list(REPORTERS), "default": "json"},
            }
        ],
        "requestBody": {"required": True, "content": _json("Asked")},
        "responses": {
            "200": {
                "description": "the report, in JSON unless another form was asked for",
                "content": _json("WireReport"),
            },
            **{str(status): {"description": why, "content": _json("Refused")} for status, why in _STATUSES.items()},
        },
    }


def _health() -> dict[str, Any]:
    return {
        "operationId": "health",
        "summary": "Whether the server runs",
        "security": [],
        "responses": {"200": {"description": "it does", "content": _json("Health")}},
    }


def _metrics() -> dict[str, Any]:
    return {
        "operationId": "metrics",
        "summary": "Figures for Prometheus",
        "responses": {
            "200": {"description": "its text format", "content": {"text/plain": {"schema": {"type": "string"}}}}
        },
    }


def _json(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
