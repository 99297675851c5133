"""missing-space: the space that was lost after a full stop, a comma or a heading, or before a bracket."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from newslint.checks.check import Check, Unit
from newslint.finding import Match, Span
from newslint.knowledge.words import is_code
from newslint.patterns import lazy
from newslint.spun.oddity import is_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.article.document import Document
    from newslint.article.segment import Segment

_ALONE: Final = r"(?<![\w./@:\\$'’(\[<>=-])"  # nothing of a path, an address, a call before it
_STOP: Final = lazy(
    _ALONE
    + r"(?P<word>[A-Za-z][a-z'’-]*[a-z]|\d+)(?P<mark>[.?!][\"”’)]?)(?P<next>[A-Z][a-z]+|I|A)(?![\w.(_@/\[])(?=[ ,’'])"
)
_COMMA_MOVED: Final = lazy(_ALONE + r"(?<=[a-z] )(?P<word>[a-z]{2,}) ,(?P<next>[a-z]{2,})(?=[ .;?!]|$)")
_COMMA: Final = lazy(
    _ALONE + r"(?:(?<=[\w,;] )|(?<![^\n])(?=[A-Z])|(?<=[.!?] )(?=[A-Z]))(?P<word>[A-Za-z][a-z]+),(?P<next>[a-z]{2,})"
    r"(?=[ .;?!]|$)(?! ?[=:({])"
)
_BRACKET: Final = lazy(
    _ALONE + r"(?P<word>[A-Za-z]?[a-z]{2,})(?=\((?:(?P<short>(?!TM|SM|US\))[A-Z]{2,7}s?)\)[ .,;]|"
    r"[A-Za-z][a-z’'-]* [A-Za-z ,’'-]+\)[ .,;]))"
)
# The credit of a picture, or the words for it, after the caption.
_CREDIT: Final = lazy(
    r"(?<= )(?P<word>[A-Za-z]?[a-z]{2,}[.?!][”\"]?)(?=\((?:[A-Z][\w.’'&/-]*|[a-z]{2,3})(?: [\w.,’'&/-]+){0,9}\)(?:[ \n]|\Z))"
)
_AFTER_BRACKET: Final = lazy(r"(?<= )\([A-Za-z][a-z’'-]* [A-Za-z ,’'-]+\)(?=(?P<next>[a-z]{2,})[ .,;])")
_ADDRESS: Final = lazy(r"(?<![\w./=:%@+-])[A-Za-z]{3,}(?=https?://)")
_ABOUT: Final = lazy(r"\bAbout (?P<name>[A-Z][^\n.:;?!]{1,60}?[^\s.:;?!])(?=(?P=name)[ ,(’'])")
_LABEL: Final = lazy(
    r"^(?:[A-Z][a-z]+ ){0,3}(?:Contacts?|Details|Information|Website|E-?mail|Phone|Address|"
    r"Source):?(?=[A-Z][a-z]+ [A-Z])",
    re.MULTILINE,
)
_OPENERS: Final = frozenset(
    "A After All Although An And Another As At Because Before Both But By Each Even For From He Her "
    "His How However I If In Instead It "
    "Its Many Most My No Not Now On One Or Our She So Some That The Their Then There These They "
    "This Those Though To Two Under Until We "
    "Nobody Everybody Everyone Somebody Someone Several Still Such Nor Neither Also However "
    "Well What When Where While Who Why With You Your".split()
)
# After these a list of code has no word: "Guests,both old and new".
_GOES_ON: Final = frozenset(
    "and as at both but for from he in it of on or she the they though to we when where which while who with".split()
)
# What a dot and a capital follow in code that nobody marked: "string.Format", "console.Log".
_OBJECTS: Final = frozenset(
    "app array assert base buffer cache client class config console context core crypto data document date event file form global "
    "http https image io item json list local main "
    "math model module net node object obj page parser path process response request root scope self server "
    "session site socket stream string strings system test this "
    "user util value window".split()
)
# Words that code lists with commas: "import,export", "blob,file".
_OF_CODE: Final = frozenset(
    "blob bool boolean bytes char const debug default enum export false file float function get import input int "
    "integer json null object output private public set static string true type var void".split()
)
_ROMAN: Final = lazy(r"[IVX]+")
_CALLED: Final = frozenset(
    "for if while return switch case print echo call sum count open read write select set get exec".split()
)


class MissingSpace(Check, frozen=True, kw_only=True):
    """Reports two words with nothing between them but a mark, and a heading or a label that runs into what follows.

    Both words must be known to clean news; code, addresses, file names and abbreviations are left alone. `{suggestion}`
    sets the space.
    """

    cases: ClassVar[dict[str, frozenset[str]]] = dict.fromkeys(("heading", "address"), frozenset())
    per: ClassVar[str] = "document"

    def find(self, unit: Unit) -> Iterator[Match]:
        """Every place where a space was lost; the suggestion sets it."""
        for sign, pattern, wrong in _PATTERNS:
            for segment in _with(unit.document, sign):
                found = unit.view.text[segment.start : segment.end]
                for hit in filter(wrong, pattern.finditer(found)):
                    at = hit.end() if "next" not in hit.re.groupindex else hit.start("next")
                    first, last = _word_start(found, hit), _word_end(found, at)
                    span = Span(segment.start + first, segment.start + last)
                    case = _CASES.get(pattern, "")
                    if pattern is _STOP and hit.start() == 0 and hit["word"].isdigit() and _set_apart(unit, span):
                        continue
                    if case or pattern in _BRACKETS or not _in_code(unit, span, hit):
                        yield Match(span, (f"{found[first:at]} {found[at:last]}",), case=case)


def _with(document: Document, sign: re.Pattern[str]) -> Iterator[Segment]:
    """The segments that have a sign, which most lack: one pass over the prose finds them."""
    end = 0
    for hit in sign.finditer(document.prose.text):
        segment = document.segment_at(hit.start()) if hit.start() >= end else None
        if segment is not None:
            end = segment.end
            yield segment


def _set_apart(unit: Unit, span: Span) -> bool:
    """Whether there is markup inside a span, as between the number of an item and its text: `<b>3.</b><span>That`."""
    place = unit.view.span(span.start, span.end)
    return place.end - place.start > span.end - span.start


def _in_code(unit: Unit, span: Span, hit: re.Match[str]) -> bool:
    """Whether it is a name of code, which the file has twice or with a member of its own: "https.get(", "tls.Server"."""
    if is_code(unit.view.text, span.start, span.end):
        return True
    if "mark" not in hit.re.groupindex or hit["mark"] != "." or hit["next"] in _OPENERS:
        return False
    if unit.view.text.count(hit[0]) > 1 and hit["word"].islower():
        return True  # nobody loses one space twice
    members = re.compile(rf"\b{re.escape(hit['word'])}\.[a-z]+[A-Z(]|`[\w.]*\.{hit['next']}\b")
    return any(found[0].lower() != hit[0].lower() for found in members.finditer(unit.document.text.content))


def _stop(hit: re.Match[str]) -> bool:
    word, following = hit["word"], hit["next"]
    if following in _OPENERS:
        return word.isdigit() or len(word) > 2
    return word.islower() and len(word) > 2 and word not in _OBJECTS and is_known(word) and is_known(following)


def _comma(hit: re.Match[str]) -> bool:
    if hit["word"][0].isupper() and hit["next"] not in _GOES_ON:
        return False
    return is_known(hit["word"]) and is_known(hit["next"]) and not {hit["word"], hit["next"]} <= _OF_CODE


def _bracket(hit: re.Match[str]) -> bool:
    short = hit["short"] or ""
    return is_known(hit["word"]) and hit["word"].lower() not in _CALLED and _ROMAN.fullmatch(short) is None


def _after_bracket(hit: re.Match[str]) -> bool:
    return is_known(hit["next"])


def _always(hit: re.Match[str]) -> bool:
    return True


_Asked: TypeAlias = "tuple[re.Pattern[str], re.Pattern[str], Callable[[re.Match[str]], bool]]"
# Each with a sign that most paragraphs lack and that is quickly looked for.
_PATTERNS: Final[tuple[_Asked, ...]] = (
    (lazy(r"[.?!][\"”’)]?[A-Z]"), _STOP, _stop),
    (lazy(r",(?<=[a-z],)[a-z]"), _COMMA, _comma),
    (lazy(r" ,[a-z]"), _COMMA_MOVED, _comma),
    (lazy(r"\((?<=[a-z]\()"), _BRACKET, _bracket),
    (lazy(r"\((?<=[a-z][.?!]\(|[.?!][”\"]\()"), _CREDIT, _always),
    (lazy(r"\)[a-z]"), _AFTER_BRACKET, _after_bracket),
    (lazy(r"://"), _ADDRESS, _always),
    (lazy("About "), _ABOUT, _always),
    # Only letters begin it, no set of them, so that `re` can skip ahead.
    (lazy("Contact|Details|Information|Website|Mail|mail|Phone|Address|Source"), _LABEL, _always),
)


_BRACKETS: Final = (_BRACKET, _CREDIT, _AFTER_BRACKET)
_CASES: Final = {_ADDRESS: "address", _ABOUT: "heading", _LABEL: "heading"}


def _word_start(text: str, hit: re.Match[str]) -> int:
    """Where the word before the lost space begins."""
    at = hit.start("next") if "next" in hit.re.groupindex else hit.end()
    return max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1


def _word_end(text: str, at: int) -> int:
    """The end of the word at `at`, or of a bracket's first word."""
    found = re.compile(r"\(?\w*").match(text, at)
    return found.end() if found else at
