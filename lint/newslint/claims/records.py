"""Records: one review of one claim, as an index keeps it."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from newslint.claims.addresses import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable


class Record(Struct, frozen=True, kw_only=True, dict=True):
    """What a reviewer published about a claim.

    `rating` is the verdict in the reviewer's words. `title` is the review's headline. `date` is the review's day, and
    `claimed` the claim's, both as ISO 8601 or empty. `claimant` is who made the claim. `appearances` are the canonical
    addresses of the pages that made it (see `addresses`). Claim, rating and url are never empty; what else a feed does not
    say is.
    """

    claim: str
    rating: str
    url: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    claimant: str = ""
    claimed: str = ""
    language: str = ""
    appearances: tuple[str, ...] = ()

    @cached_property
    def key(self) -> bytes:
        """What makes two records one: the review's address and the claim's words."""
        return _digest((canonical(self.url), " ".join(self.claim.casefold().split())))

    @property
    def digest(self) -> bytes:
        """What two records of one key share if nothing has changed."""
        return _digest(map(str, msgspec.structs.astuple(self)))


class Unfit(Exception):
    """What a feed says is no record: why, in a few words."""


def _digest(parts: Iterable[str]) -> bytes:
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=12).digest()
