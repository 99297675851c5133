"""Attached: which named person a description in the same sentence is of: a title, an apposition, what "is" or "who is" says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

How = Literal["title", "apposed", "is", "was", "made", "as", ""]
_BE: Final = frozenset({"is", "'s", "’s", "remains", "are", "am"})
_WAS: Final = frozenset({"was", "been", "become", "be", "being", "becomes", "were"})
# Verbs that make somebody what the noun says, and then the text may call them so: "was sworn in as mayor", "became mayor".
_BECAME: Final = frozenset({"became", "remained"})
_MADE: Final = frozenset(
    "sworn elected re-elected reelected appointed named chosen installed confirmed hired promoted inaugurated crowned "
    "ordained picked selected recruited employed engaged".split()
)
_CLAUSE: Final = frozenset({"relcl", "acl"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
_HELD: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "npadvmod", "nmod", "compound"})
_UNSURE: Final = frozenset({"neg"})
_APART: Final = frozenset({"even", "not", "including", "especially", "perhaps", "unlike", "like"})
_AS_NOW: Final = frozenset("works serves plays acts doubles working serving playing".split())


def attached(token: Any, names: Mapping[int, int]) -> tuple[int | None, How]:
    """The name (a value of `names`, by any of its words' numbers) whose holder a noun describes, and how; None if none.

    `is` and `was` also come without a name: then the number of the subject's token, for a pronoun, is what `subject` gives.
    """
    head = token.head
    if token.dep_ in ("compound", "nmod") and head.i in names and head.i > token.i:
        supposed = any(child.lower_ in ("a", "an") for child in head.lefts)  # "would a President Lowe"
        return (names[head.i], "title") if token.i + 1 in names and not supposed else (None, "")
    if token.i + 1 in names and any(child.lower_ == "the" for child in token.lefts) and token.dep_ in _HELD:
        return names[token.i + 1], "title"  # "the sculptor Ida Novak", whatever the parse makes of it
    if token.dep_ == "appos" and head.i in names and head.i < token.i and identifies(token):
        return names[head.i], "apposed"
    for child in token.children:
        if child.dep_ == "appos" and child.i in names and _between(token, child):
            return names[child.i], "apposed"
    top = subject(token)
    if top is not None and top[0].i in names:
        return names[top[0].i], top[1]
    return None, ""


def identifies(noun: Any) -> bool:
    """Whether an apposition says who somebody is, and does not add or set apart somebody else.

    Not "Lowe, not the defendant,", "her (even the weatherman)", "she, her husband and a child", "Lowe and Kim, the chair,".
    """
    first = noun.left_edge
    led = first.nbor(-1).lower_ if first.i else ""
    apart = led in _APART or any(child.dep_ in ("neg", "preconj") or child.lower_ in _APART for child in noun.lefts)
    joined = any(child.dep_ == "conj" for child in noun.rights) and any(child.dep_ == "poss" for child in noun.lefts)
    return not (apart or joined or noun.head.tag_ in ("PRP", "PRP$") or noun.head.dep_ == "conj" or _has_more(noun))


def _has_more(noun: Any) -> bool:
    """Whether "and" joins somebody to the name between it and its apposition."""
    return any(child.dep_ == "conj" and child.i < noun.i for child in noun.head.rights)


def _between(token: Any, name: Any) -> bool:
    """Whether a noun's apposition is right behind it: "the coach, Dean Rusk", not "the coach of a side with A, B and C"."""
    first = name.left_edge.i
    if first - token.i == _RIGHT_BEHIND:
        return True
    return first - token.i <= _NEAR and not any(child.dep_ in ("cc", "conj") for child in name.children)


_NEAR: Final = 8  # words
_RIGHT_BEHIND: Final = 2  # with a comma between


def subject(token: Any) -> tuple[Any, How] | None:
    """The token that "is" or "who is" makes a noun say something of, and whether it says so of the present."""
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ == "as" and verb.head.lower_ in _AS_NOW:
        verb, how = verb.head, "as"
    elif (made := _made(token)) is not None:
        verb, how = made, "made"
    elif token.dep_ in ("attr", "oprd", "acomp") and verb.lower_ in _BE | _WAS:
        first = any(_first(token, child) for child in verb.children)
        how = "is" if verb.lower_ in _BE or _perfect(verb) or first else "was"
    else:
        return None
    if any(
        child.dep_ in _UNSURE
        or (child.tag_ == "MD" and not _first(token, child))
        or child.lower_ in ("if", "not", "who's")
        for child in verb.children
    ):
        return None
    for child in verb.lefts:
        if child.dep_ in _SUBJECT:
            if child.lower_ in ("who", "that"):
                return (verb.head, how) if verb.dep_ in _CLAUSE else None  # type: ignore[return-value]
            led = child.left_edge.i > 0 and child.left_edge.nbor(-1).tag_ == "IN"  # "With her is the mayor"
            return None if led else (child, how)  # type: ignore[return-value]
    return None


def _made(noun: Any) -> Any | None:
    """The verb by which somebody becomes what a noun says; None if there is none."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    if noun.dep_ not in ("pobj", "attr", "oprd", "acomp"):
        return None
    passive = verb.lower_ in _MADE and any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    return verb if passive or verb.lower_ in _BECAME else None


def _first(noun: Any, modal: Any) -> bool:
    """Whether it is "will be the first woman to": who will be the first of her kind is one of it now."""
    return modal.lower_ == "will" and any(child.lower_ == "first" for child in noun.lefts)


def _perfect(verb: Any) -> bool:
    """Whether it is "has been", which goes on."""
    return verb.lower_ == "been" and any(child.lower_ in ("has", "'s") for child in verb.children)
