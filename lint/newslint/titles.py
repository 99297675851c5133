"""Titles: the office that stands beside a name: in the run of capitals, before it, or in apposition to it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.language import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newslint.language.gazetteer import Nation, Office

HONORIFICS: Final = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Dr Dr. Prof Prof. Sir Dame Lord Lady Baroness Justice Judge Gen. Lt. Col. Sgt. Capt. "
    "Maj. Adm. Supt. Det. Insp. Rev. Cllr Cllr. St. General Colonel Captain Major Admiral Sergeant Lieutenant Professor "
    "Doctor Detective Officer Inspector Reverend Father Sister Bishop Archbishop Cardinal Imam Rabbi Ayatollah Sheikh "
    "Prince Princess Secretary-General Democrat Republican Councillor Councilman Councilwoman Commissioner Chairman "
    "Chairwoman Chair Speaker Ambassador Director".split()
)
# Words before an office that say when it is held, or that somebody else holds it.
_MODIFIERS: Final = frozenset(
    "former ex late then acting interim outgoing incoming past longtime onetime one-time then- deposed ousted "
    "exiled would-be aspiring self-declared self-proclaimed caretaker deputy vice assistant shadow prospective "
    "future newly-elected".split()
)
_LONGEST_OFFICE: Final = 4
_LONGEST_NATION: Final = 4
_WINDOW: Final = 80  # code points beside a name in which an apposition stands
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_CLOSED: Final = re.compile(r"[,.;:)—–](?! (?:and|or|as well as)\b)|$")
_APPOSED: Final = re.compile(r", (?:who is |then |now |currently )?(?:(?:the|its|their)\b ?)?")


class Role(Struct, frozen=True):
    """An office said of somebody: [start, end) of the words that say so, nation included, in the prose.

    `modifier` is the word that limits it ("former", "acting", "elect"), `qualified` tells that another word stands
    between ("opposition leader"), so that the office is not the one it looks like.
    """

    start: int
    end: int
    office: Office
    nation: Nation | None = None
    modifier: str = ""
    qualified: bool = False


class Held(Struct, frozen=True):
    """What `in_run` found: the first `words` words are title, of which [first, last) code points say the office."""

    words: int
    first: int
    last: int
    office: Office
    nation: Nation | None
    modifier: str
    qualified: bool

    def role(self, origin: int) -> Role:
        """The role, for a run that starts at `origin` of the prose."""
        return Role(origin + self.first, origin + self.last, self.office, self.nation, self.modifier, self.qualified)


@cache
def _nation_heads() -> frozenset[str]:
    return frozenset(name.split(" ")[-1] for name in gazetteer.nations())


@cache
def _office_tails() -> frozenset[str]:
    return frozenset(form.split(" ")[-1] for form in gazetteer.offices())


def in_run(words: Sequence[str]) -> Held | None:
    """The last office among the words of a run, if words are left after it for a name."""
    tails = _office_tails()
    for stop in range(len(words) - 1, 0, -1):
        tail = words[stop - 1].lower()
        elect = ""
        if "-" in tail:
            tail, elect = _elected(tail)
        if tail not in tails:
            continue
        if (found := _office_before([*words[: stop - 1], tail], stop)) is None:
            continue
        office, start = found
        begin, nation, modifier, qualified = _nation_before(words, start)
        if stop + 1 < len(words) and words[stop] == "of" and (of := _nation_after(words, stop + 1)) is not None:
            nation, stop = of
        elif words[stop] == "of":
            continue
        if stop >= len(words):
            return None
        first = len(" ".join(words[:begin])) + (1 if begin else 0)
        return Held(stop, first, len(" ".join(words[:stop])), office, nation, elect or modifier, qualified)
    return None


def _elected(word: str) -> tuple[str, str]:
    for ending in ("-elect", "-designate"):
        if word.endswith(ending):
            return word.removesuffix(ending), ending[1:]
    return word, ""


def _office_before(words: Sequence[str], stop: int) -> tuple[Office, int] | None:
    """The longest office that ends before word `stop`, and the word at which it starts."""
    offices = gazetteer.offices()
    for start in range(max(stop - _LONGEST_OFFICE, 0), stop):
        office = offices.get(" ".join(words[start:stop]).lower())
        if office is not None:
            return office, start
    return None


def _nation_before(words: Sequence[str], stop: int) -> tuple[int, Nation | None, str, bool]:
    """What stands before an office at word `stop`: where the title begins, nation, modifier, whether it is qualified."""
    if stop == 0:
        return stop, None, "", False
    before = words[stop - 1].lower().removeprefix("then-").rstrip("-")
    modifier = (
        before if before in _MODIFIERS else "then" if words[stop - 1].lower().startswith(("then-", "ex-")) else ""
    )
    edge = stop - 1 if modifier else stop
    if found := _nation_ending(words, edge):
        nation, start = found
        if not modifier and start and words[start - 1].lower() in _MODIFIERS:
            modifier = words[start - 1].lower()
        doubled = start and _nation_ending(words, start)
        return start, nation, modifier, bool(doubled)
    return edge, None, modifier, not modifier and not _neutral(words[stop - 1])


def _neutral(word: str) -> bool:
    return word in (
        "the",
        "The",
        "a",
        "an",
        "and",
        "by",
        "with",
        "to",
        "of",
        "from",
        "for",
        "as",
        "that",
        "when",
        "said",
        "but",
    )


def _nation_ending(words: Sequence[str], stop: int) -> tuple[Nation, int] | None:
    """The longest name or adjective of a nation that ends before word `stop`, possessive or not."""
    if stop == 0:
        return None
    last = _POSSESSIVE.sub("", words[stop - 1])
    if last not in _nation_heads():
        return None
    for start in range(max(stop - _LONGEST_NATION, 0), stop):
        nation = gazetteer.nations().get(" ".join([*words[start : stop - 1], last]))
        if nation is not None:
            return nation, start
    return None


def nation_before(words: Sequence[str]) -> tuple[Nation, int] | None:
    """The nation that the last of some words name, and the word at which it starts."""
    return _nation_ending(words, len(words))


def _nation_after(words: Sequence[str], start: int) -> tuple[Nation, int] | None:
    """The longest name of a nation from word `start` on, after an optional article, and the word after it."""
    begin = start + 1 if start < len(words) and words[start] == "the" else start
    for stop in range(min(begin + _LONGEST_NATION, len(words)), begin, -1):
        last = _POSSESSIVE.sub("", words[stop - 1].rstrip(",.;"))
        nation = gazetteer.nations().get(" ".join([*words[begin : stop - 1], last]))
        if nation is not None and nation.form == "name":
            return nation, stop
    return None


def before(text: str, start: int, begin: int, stop: int) -> Iterator[Role]:
    """Offices in lower case before the name at [begin, stop): "the Russian leader X", "Turkey's president, X,"."""
    if (
        begin <= start
        or text[begin - 1] != " "
        or not _may_end(text[text.rfind(" ", start, begin - 1) + 1 : begin - 1])
    ):
        return
    left = max(start, begin - _WINDOW)
    lead = text[left : begin - 1]
    if lead.endswith(","):
        if " " not in text[begin:stop] or not _CLOSED.match(text, stop):
            return
        lead = lead[:-1]
    words = lead.split(" ")
    origin = left
    office_end = len(words)
    if (of := _of_nation(words)) is not None:
        nation, office_end = of
    else:
        nation = None
    if words[office_end - 1].lower() not in _office_tails():
        return
    found = _office_before(words, office_end)
    if found is None:
        return
    begin_word, own, modifier, qualified = _nation_before(words, found[1])
    first = origin + len(" ".join(words[:begin_word])) + (1 if begin_word else 0)
    last = origin + len(" ".join(words))
    if begin_word == 0 and left > start:
        return
    yield Role(first, last, found[0], nation or own, modifier, qualified)


def _may_end(word: str) -> bool:
    """Whether a word can be the last before a name that an office is said of."""
    if word.endswith(","):
        word = word[:-1]
        if word in _nation_heads():
            return True
    return word.lower() in _office_tails()


def _of_nation(words: Sequence[str]) -> tuple[Nation, int] | None:
    """For "… president of Turkey": the nation, and the number of words before "of"."""
    for at in range(len(words) - 2, max(len(words) - 7, 0), -1):
        if words[at] == "of":
            found = _nation_after(words, at + 1)
            if found is not None and found[1] == len(words):
                return found[0], at
            return None
    return None


def after(text: str, stop: int, end: int) -> Iterator[Role]:
    """An office in apposition after a name: "X, the president of Turkey," or "X, the Turkish president,"."""
    hit = _APPOSED.match(text, stop, end)
    if hit is None:
        return
    origin = hit.end()
    phrase = _phrase(text, origin, min(end, origin + _WINDOW))
    if phrase is None:
        return
    words = phrase.split(" ")
    of = _of_nation(words)
    office_end = of[1] if of else len(words)
    if words[-1] in ("Sen", "Gov", "Rep"):
        return
    if words[office_end - 1].lower() not in _office_tails() or not (found := _office_before(words, office_end)):
        return
    begin_word, own, modifier, qualified = _nation_before(words, found[1])
    extra = begin_word > 0 and words[0].lower() not in _MODIFIERS
    if hit[0] == ", " and not words[0].endswith(("’s", "'s")) and not phrase[:1].islower():
        return
    nation = of[0] if of else own
    first = origin + len(" ".join(words[:begin_word])) + (1 if begin_word else 0)
    yield Role(first, origin + len(phrase), found[0], nation, modifier, qualified or extra)


def _phrase(text: str, start: int, end: int) -> str | None:
    """The words from `start` to the mark that closes the apposition; None if a list goes on there."""
    hit = _CLOSING.search(text, start, end)
    if hit is None or not _CLOSED.match(text, hit.start()):
        return None
    return text[start : hit.start()]


_CLOSING: Final = re.compile(r"[,;:)—–]|\.(?=\s|$)| who | said ")
