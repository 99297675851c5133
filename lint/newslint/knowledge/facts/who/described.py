"""Described: the nouns of a parsed sentence that are for one person, with what they say: "the 52-year-old Welsh striker"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct

from newslint.knowledge.facts import age_forms, role_words
from newslint.knowledge.facts.who import nouns
from newslint.knowledge.facts.who.quality import Quality, age_of, school

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.reading.parses import Sentence

Kind = Literal["the", "a", "own", "bare"]
_BEFORE: Final = frozenset(
    {"amod", "compound", "nmod", "nummod", "det", "poss", "advmod", "punct", "npadvmod", "case", "quantmod"}
)
_THE: Final = frozenset({"the", "this", "that"})
_OWN: Final = frozenset({"his", "her", "their", "its", "my", "our", "your", "whose"})
_BANDS: Final = {word: f"{low}-{high}" for word, (low, high) in age_forms.BANDS.items()} | {"pensioner": "50-115"}
_LONGEST_ROLE: Final = 4  # words
_PAST: Final = frozenset({"former", "retired", "ex"})
_FIRSTS: Final = {"first", "second", "only", "sole", "lone"}  # "the first Republican to lead the county" is one
_STOPS: Final = frozenset(",;:()\"'“”–—")
_LINKS: Final = frozenset({"of", "at", "for", "with"})


class Description(Struct, frozen=True):
    """A noun for one person in a sentence: [start, end) of the phrase up to and with the noun, in the prose.

    `kind` is its determiner: `the`, `a` (any indefinite one), `own` (a possessive) or `bare`. `role` is the role that the noun
    names ("" if none), `limited` means "former", "deputy" or the like; `token` is the noun's, for the grammar around it; `owner` is
    the number of the token of a possessor ("her", "Tracy's").
    """

    start: int
    end: int
    kind: Kind
    noun: str
    role: str
    qualities: tuple[Quality, ...]
    limited: bool
    token: Any
    owner: int | None = None


def described(sentence: Sentence) -> Iterator[Description]:
    """The nouns for one person, in order; plurals are left out."""
    for token in sentence.doc:
        if _singular(token):
            noun = _noun(token)
            if noun is not None and not _of_next(token):
                yield _description(sentence.start, token, noun)


def _singular(token: Any) -> bool:
    if token.tag_ in ("NN", "NNP"):
        joined = token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_
        return bool(token.text[0].isalpha()) and not joined
    return token.lower_ == "old" and token.i > 1 and token.nbor(-1).text == "-" and token.dep_ not in ("amod", "advmod")


def _of_next(token: Any) -> bool:
    """Whether a noun only says more of the one right behind it: "student" of "student leader"."""
    if token.dep_ not in ("compound", "nmod", "amod") or token.i + 1 == len(token.doc):
        return False
    following = token.nbor(1)
    return following.tag_ in ("NN", "NNP") and _noun(following) is not None


def _noun(token: Any) -> str | None:
    """The noun in lower case, "" for "52-year-old" alone and for a nation's or party's, None if it is for no person."""
    word = _hyphened(token)
    if word == "old":
        return ""
    if token.text[0].isupper():
        if token.text in role_words.homes() or token.text in role_words.parties():
            alone = token.dep_ not in ("compound", "amod", "nmod", "poss") and _determiner(token) in ("the", "a")
            return "" if alone else None
        if token.dep_ not in ("compound", "nmod") and _determiner(token) == "bare":
            return None
        return word if word in role_words.roles() or nouns.is_person(word) else None
    if (
        token.dep_ == "attr"
        and _role(_left(token), token)[0] is None
        and _determiner(token) == "bare"
        and not _of_a_name(token)
    ):
        return None  # "keeps mum"
    return word if nouns.is_person(word) or _role(_left(token), token)[0] is not None or word == "grader" else None


def _of_a_name(token: Any) -> bool:
    """Whether "of" or "at" with a name follows: "is vicar of St Luke's"."""
    return any(link.lower_ in _LINKS and any(name.tag_ == "NNP" for name in link.rights) for link in token.rights)


def _hyphened(token: Any) -> str:
    """The noun in lower case, with what a hyphen joins to it if both are one noun: "centre-back", "ex-wife"."""
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-2).whitespace_:
        whole: str = token.nbor(-2).lower_ + "-" + token.lower_
        if whole in role_words.roles() or nouns.is_person(whole):
            return whole
    if token.lower_ == "teacher" and token.i and token.nbor(-1).lower_ == "head":
        return "headteacher"
    return str(token.lower_)


def _determiner(token: Any) -> Kind:
    for child in _left(token):
        if child.dep_ == "poss" or child.lower_ in _OWN:
            return "own"
        if child.dep_ == "det":
            return "the" if child.lower_ in _THE else "a"
        if child.dep_ == "nummod" and child.lower_ == "one":
            return "a"
    return "bare"


def _left(token: Any) -> list[Any]:
    """The words of the phrase before its noun, in order, each next to the following one."""
    first = token.i
    if _hyphened(token) not in (token.lower_, "headteacher"):
        return [*_left(token.nbor(-2)), token.nbor(-2), token.nbor(-1)]
    top = token.head if token.dep_ in ("compound", "nmod") else token
    while first and _within(token.doc[first - 1], token, top):
        first -= 1
    return list(token.doc[first : token.i])


def _within(word: Any, token: Any, top: Any) -> bool:
    """Whether a word is part of what a noun's phrase begins with; words before a title hang on the name."""
    if word.dep_ in ("cc", "conj", "appos") or word.text in _STOPS:
        return False
    while word.i not in (token.i, top.i):
        if word.dep_ not in _BEFORE and word.i < word.head.i:
            return False
        if word.head.i == word.i or word.head.i > max(token.i, top.i):
            return False
        word = word.head
    return True


def _description(start: int, token: Any, noun: str) -> Description:
    left = _left(token)
    role, first = _role(left, token)
    limits = {word.lower_ for word in left if _limits(word)} - (_FIRSTS if not noun else set())
    head = start + token.idx
    found = [*_of_words(start, left, token, first), *_of_body(start, token), *school(start, left, token)]
    if role is not None and role.family != "open":
        found.append(Quality(role.family, role.name, start + first.idx, head + len(token.text)))
    if noun:
        over = bool(limits) and limits <= _PAST
        found.append(Quality("was" if over else "calling", noun, head, head + len(token.text)))
        if sex := nouns.shown_sex(noun):
            found.append(Quality("sex", sex, head, head + len(token.text)))
    begin = left[0] if left else token
    name = "" if role is None else role.name
    owner = next((word.i for word in left if word.dep_ == "poss" or word.lower_ in _OWN), None)
    return Description(
        start + begin.idx,
        head + len(token.text),
        _determiner(token),
        noun,
        name,
        tuple(found),
        bool(limits),
        token,
        owner,
    )


def _limits(word: Any) -> bool:
    lower = word.lower_
    return lower in role_words.LIMITS or lower.startswith(("ex-", "co-", "then-"))


def _role(left: list[Any], token: Any) -> tuple[role_words.Role | None, Any]:
    """The longest role that ends with the noun, and its first word."""
    known = role_words.roles()
    for length in range(min(_LONGEST_ROLE - 1, len(left)), -1, -1):
        words = [*left[len(left) - length :], token]
        text = "".join(word.text_with_ws for word in words[:-1]) + token.text
        if text.lower() in known:
            return known[text.lower()], words[0]
    return None, token


def _of_words(start: int, left: list[Any], token: Any, role: Any) -> Iterator[Quality]:
    """Nation, party, age and birthplace among the words before a noun and in it; "Norwegian" of "the Norwegian striker"."""
    for word in [*left, token]:
        begin, end = start + word.idx, start + word.idx + len(word.text)
        written = _written(word)
        if written in role_words.homes():
            yield Quality("nation", ",".join(sorted(role_words.homes()[written])), end - len(written), end)
        elif written in role_words.parties():
            yield Quality("party", written, end - len(written), end)
        elif word.lower_ in _BANDS:
            yield Quality("band", _BANDS[word.lower_], begin, end)
        elif word.lower_ == "born" and word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).text[0].isupper():
            yield Quality("born", word.nbor(-2).text, start + word.nbor(-2).idx, end)
        elif word.lower_ == "old" and (age := age_of(word)):
            first = word.doc[max(word.i - 4, 0)]
            yield Quality("age", str(age), start + first.idx, end)
    owner = [word for word in left if word.i < role.i and _capital(word)]
    if owner and owner[-1].i + 1 == role.i and owner[-1].text not in (*role_words.homes(), *role_words.parties()):
        run = [owner[-1]]
        while run[0].i and run[0].nbor(-1) in owner:
            run.insert(0, run[0].nbor(-1))
        name = "".join(word.text_with_ws for word in run).strip()
        yield Quality("body", name, start + run[0].idx, start + run[0].idx + len(name))


def _written(word: Any) -> str:
    """A word, with the one before it if both are the name of a nation or a party: "South African", "Sinn Féin"."""
    if word.i and word.text[0].isupper() and word.nbor(-1).whitespace_:
        both: str = f"{word.nbor(-1).text} {word.text}"
        if both in role_words.homes() or both in role_words.parties():
            return both
    return str(word.text)


def _capital(word: Any) -> bool:
    return bool(word.text[0].isupper()) and word.dep_ != "det" and word.lower_ not in _OWN


def _of_body(start: int, token: Any) -> Iterator[Quality]:
    """Whom somebody leads, plays for or works for: "the coach of Larkfield", "the mayor of Marl"."""
    for link in token.rights:
        if link.dep_ == "prep" and link.lower_ in _LINKS:
            for name in link.rights:
                if name.dep_ == "pobj" and name.tag_ in ("NNP", "NNPS"):
                    first = name.left_edge
                    if first.dep_ == "det":
                        first = first.nbor(1)
                    begin, end = start + first.idx, start + name.idx + len(name.text)
                    yield Quality("body", name.doc.text[first.idx : name.idx + len(name.text)], begin, end)
