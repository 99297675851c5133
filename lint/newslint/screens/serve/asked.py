"""Asked: what a client sends to be linted. These structs are the published form of the JSON endpoint."""

from __future__ import annotations

import datetime
from pathlib import PurePosixPath
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from newslint.article.readers import FORMATS, READERS, format_of
from newslint.article.text import Text
from newslint.errors import UsageError

_SUFFIX: Final = READERS[0].suffixes[0]
ARTICLE: Final = f"article{_SUFFIX}"
SOURCE: Final = f"source{_SUFFIX}"
_Name = Annotated[str, Meta(max_length=255, description="a file name; its suffix says the format")]
_Content = Annotated[str | None, Meta(description="the text of the file, or else:")]
_Data = Annotated[
    bytes | None, Meta(description="the bytes of the file, in Base64: for Word, and other encodings than UTF-8")
]


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text that the article was written from."""

    content: _Content = None
    data: _Data = None
    name: _Name = SOURCE


class Asked(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """An article, and what is chosen for it beside the server's configuration."""

    content: _Content = None
    data: _Data = None
    name: _Name = ARTICLE
    select: Annotated[list[str] | None, Meta(description="rules or packs to run, instead of those configured")] = None
    extend_select: Annotated[list[str], Meta(description="rules or packs to run in addition")] = []
    ignore: Annotated[list[str], Meta(description="rules or packs to leave out")] = []
    reading: Annotated[
        Literal["quick", "auto"], Meta(description="auto: models read along where they are installed")
    ] = "auto"
    date: Annotated[
        datetime.date | None, Meta(description="the day of publication, if the article does not say it")
    ] = None
    sources: Annotated[list[Source], Meta(max_length=10, description="texts that the article was written from")] = []
    dismissed: Annotated[list[str], Meta(description="fingerprints of findings that somebody has looked at")] = []


def asked(body: bytes) -> Asked:
    """What a request's JSON says. UsageError if it is not what the description says."""
    try:
        return msgspec.json.decode(body, type=Asked)
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise UsageError(f"the request is not what /openapi.json describes: {fault}") from None


def text_of(sent: Asked | Source, name: str) -> Text:
    """The text that was sent, under a name. UsageError if there is none or two, FileError if bytes cannot be one."""
    if (sent.content is None) == (sent.data is None):
        raise UsageError("send either 'content' (text) or 'data' (bytes in Base64)")
    if sent.data is not None:
        return FORMATS[format_of(name, sent.data)].decode(sent.data, name)
    content = sent.content or ""
    form = FORMATS[format_of(name, content)]
    return form.decode(content.encode(), name) if form.exchanged else Text(content, name)


def plain_name(name: str, default: str) -> str:
    """The last part of a name, for it is shown and says the format; it never leads to a file."""
    return PurePosixPath(name.replace("\\", "/")).name or default
