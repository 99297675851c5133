"""Wording: has a rule a message for everything that its checks tell apart, with placeholders that they fill?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.rulebook.rule import PLACEHOLDER
from newslint.yaml_source import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newslint.checks.check import Check
    from newslint.rulebook.declaration import Declaration

Complaint = tuple[str, tuple[str, ...]]  # what is wrong, and the keys that lead to it

_ALWAYS: Final = frozenset({"match", "suggestion"})
_THERE: Final = frozenset({"there"})  # in `related:`, the text of the other place


def complaints(declared: Declaration, checks: Iterable[Check]) -> Iterator[Complaint]:
    """What is wrong with `message`, `messages` and `related` of a rule."""
    checks = tuple(checks)
    cases = [(case, check.fills(case)) for check in checks for case in (check.told_apart() or ("",))]
    yield from _messages(declared, cases)
    roles = [(role, filled) for check in checks for role, filled in _roles(check)]
    written = {"": declared.related} if isinstance(declared.related, str) else declared.related
    for role, text in written.items():
        at = ("related", role) if role else ("related",)
        if role and role not in dict(roles):
            yield _unknown("place", role, roles), at
        filled = _common(fills for name, fills in roles if role in ("", name))
        yield from ((said, at) for said in _placeholders(text, filled | _THERE))


def _messages(declared: Declaration, cases: list[tuple[str, frozenset[str]]]) -> Iterator[Complaint]:
    messages = declared.messages
    for case, text in messages.items():
        if case not in dict(cases) or not case:
            yield _unknown("case", case, cases), ("messages", case)
        yield from _sentence(text, _common(fills for name, fills in cases if name == case), ("messages", case))
    others = [(case, fills) for case, fills in cases if case not in messages]
    if declared.message:
        yield from _sentence(declared.message, _common(fills for _, fills in others or cases), ("message",))
    elif others and messages:
        yield f"no message for the case '{others[0][0]}', and no 'message' for all others", ("messages",)
    elif others:
        yield "missing key 'message'", ()


def _sentence(text: str, filled: frozenset[str], at: tuple[str, ...]) -> Iterator[Complaint]:
    if not text.endswith((".", "?")) or "  " in text:
        yield "the message must end in '.' or '?' and contain no double spaces", at
    yield from ((said, at) for said in _placeholders(text, filled))


def _placeholders(text: str, filled: frozenset[str]) -> Iterator[str]:
    known = filled | _ALWAYS
    for hit in PLACEHOLDER.finditer(text):
        if hit[1] not in known:
            available = ", ".join(f"{{{name}}}" for name in sorted(known))
            yield f"unknown placeholder {hit[0]}; available: {available}{did_you_mean(hit[1], known)}"


def _roles(check: Check) -> Iterator[tuple[str, frozenset[str]]]:
    """The roles of the places that a check compares with, and what fills placeholders there."""
    for role, own in check.roles.items():
        yield role, check.placeholders | own
    if not check.roles:
        yield from ((case, check.fills(case)) for case in (check.told_apart() or ("",)))


def _common(filled: Iterable[frozenset[str]]) -> frozenset[str]:
    """What all of them fill."""
    sets = tuple(filled)
    return frozenset.intersection(*sets) if sets else frozenset()


def _unknown(what: str, name: str, known: list[tuple[str, frozenset[str]]]) -> str:
    names = sorted({one for one, _ in known if one})
    if not names:
        return f"the checks of this rule tell no {what}s apart"
    return f"unknown {what} '{name}'; available: {', '.join(names)}{did_you_mean(name, names)}"
