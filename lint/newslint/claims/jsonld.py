"""JSON-LD: the ClaimReview objects of a document, however they are wrapped, as records."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Final

from newslint.claims.addresses import canonical, host_of, is_page
from newslint.claims.ratings import rating, text
from newslint.claims.records import Record, Unfit
from newslint.knowledge.published import parse_day
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX: Final = lazy(r"^(?:https?://(?:www\.)?schema\.org/|schema:)")
_LANGUAGE: Final = lazy(r"[A-Za-z]{2,3}(?:[-_]\w{2,8})*")
_TAG: Final = lazy(r"<[^<>]{1,200}>")
_LONGEST: Final = 5000  # code points of a claim: what is longer is an article
_PLACES: Final = ("appearance", "firstAppearance")


def reviews(value: Any) -> Iterator[dict[str, Any]]:
    """The ClaimReview objects within a JSON value, in order; what they refer to by `@id` is filled in.

    An object without a type is one if it has `claimReviewed`.
    """
    known: dict[str, dict[str, Any]] = {}
    found = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting += reversed(one)
        elif isinstance(one, dict):
            one = {_PREFIX.sub("", key): part for key, part in one.items()}
            if len(one) > 1 and isinstance(one.get("@id"), str):
                known[one["@id"]] = one
            if _is_review(one):
                found.append(one)
            waiting += reversed([part for part in one.values() if isinstance(part, dict | list)])
    yield from ({key: _filled(part, known) for key, part in one.items()} for one in found)


def _is_review(one: dict[str, Any]) -> bool:
    kinds = one.get("@type")
    if kinds is None:
        return "claimReviewed" in one
    return any(_PREFIX.sub("", str(kind)) == "ClaimReview" for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _filled(value: Any, known: dict[str, dict[str, Any]]) -> Any:
    if isinstance(value, list):
        return [_filled(part, known) for part in value]
    return known.get(value["@id"], value) if isinstance(value, dict) and value.keys() == {"@id"} else value


def record(review: dict[str, Any]) -> Record:
    """The record that a ClaimReview object is. Unfit if it has no claim, rating or address."""
    claim, verdict = _words(review.get("claimReviewed")), _words(rating(review.get("reviewRating")))
    item = _object(review.get("itemReviewed"))
    claim = claim or (_words(item.get("name")) if text(item.get("@type")) == "Claim" else "")
    if not claim:
        raise Unfit("no claimReviewed")
    if len(claim) > _LONGEST:
        raise Unfit(f"claimReviewed is longer than {_LONGEST:,} characters")
    if not verdict:
        raise Unfit("no rating")
    address = text(review.get("url")) or next(_of_object(review.get("mainEntityOfPage")), "")
    if not canonical(address):
        raise Unfit("no address of the review")
    language = text(review.get("inLanguage"))
    return Record(
        claim=claim,
        rating=verdict,
        title=_words(review.get("headline")) or _words(review.get("name")),
        publisher=_words(review.get("author")) or _words(review.get("publisher")) or host_of(canonical(address)),
        url=address,
        date=_day(review.get("datePublished")) or _day(review.get("dateCreated")),
        claimant=_words(item.get("author")),
        claimed=_day(item.get("datePublished")),
        language=language.replace("_", "-").lower() if _LANGUAGE.fullmatch(language) else "",
        appearances=appearances(_addresses(item), address),
    )


def appearances(addresses: Iterator[str], review: str) -> tuple[str, ...]:
    """The canonical addresses of single pages among those of a claim; the reviewer's own pages are none."""
    reviewer = host_of(canonical(review))
    pages = dict.fromkeys(canonical(address) for address in addresses)
    return tuple(page for page in pages if page and is_page(page) and host_of(page) != reviewer)


def _addresses(item: dict[str, Any]) -> Iterator[str]:
    """Where the claim was made, as far as an `itemReviewed` says so; of a work it is the work's own address."""
    places = [item.get(key) for key in _PLACES]
    if text(item.get("@type")) != "Claim":
        places += [item.get("url"), item.get("sameAs")]
    for place in places:
        yield from _of_object(place)


def _of_object(value: Any) -> Iterator[str]:
    """The addresses that a value means: itself, an object's `url` or `@id`, or those of a list."""
    if isinstance(value, list):
        for part in value:
            yield from _of_object(part)
    elif isinstance(value, dict):
        yield text(value.get("url")) or text(value.get("@id"))
    elif isinstance(value, str):
        yield value


def _object(value: Any) -> dict[str, Any]:
    one = next((part for part in value if isinstance(part, dict)), {}) if isinstance(value, list) else value
    return {_PREFIX.sub("", key): part for key, part in one.items()} if isinstance(one, dict) else {}


def _words(value: Any) -> str:
    """A value in words, without the tags and entities that some pages leave in it."""
    return " ".join(html.unescape(_TAG.sub(" ", text(value))).split())


def _day(value: Any) -> str:
    day = parse_day(text(value))
    return day.isoformat() if day else ""
