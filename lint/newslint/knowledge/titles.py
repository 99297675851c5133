"""Titles: the office beside a name: in the run of capitals, before it, or in apposition to it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge import gazetteer
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.knowledge.gazetteer import Nation, Office

HONORIFICS: Final = frozenset(
    "Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Dr Dr. Prof Prof. Sir Dame Lord Lady Baroness Justice Judge Gen. Lt. Col. Sgt. Capt. "
    "Maj. Adm. Supt. Det. Insp. Rev. Cllr Cllr. St. General Colonel Captain Major Admiral Sergeant Lieutenant Professor "
    "Doctor Detective Officer Inspector Reverend Father Sister Bishop Archbishop Cardinal Imam Rabbi Ayatollah Sheikh "
    "Prince Princess Secretary-General Democrat Republican Councillor Councilman Councilwoman Commissioner Chairman "
    "Chairwoman Chair Speaker Ambassador Director Counsel Attorney Spokesman Spokeswoman Adviser Advisor Administrator MP "
    "MEP MSP MLA TD Striker Goalkeeper Keeper Midfielder Defender Winger Hon Hon. Baron Constable Brigadier Commander "
    "Correspondent Host Anchor Analyst CEO Chief Coach Manager Candidate Nominee Whip Principal Superintendent Headteacher "
    "Headmaster Headmistress Actress Author Artist Pensioner Teacher Nurse Builder Lawyer Solicitor Barrister Businessman "
    "Businesswoman Historian Scientist Comedian Presenter Broadcaster Playwright Novelist Photographer Drummer Guitarist "
    "Boxer Jockey Cyclist Golfer Swimmer Sprinter Campaigner Neighbour Resident Shopkeeper Fisherman Firefighter Paramedic "
    "Barmaid Landlord Landlady Rescuer".split()
)
# Words before an office that say when it is held, or that somebody else holds it.
MODIFIERS: Final = frozenset(
    "former ex late then acting interim outgoing incoming past longtime onetime one-time then- deposed ousted "
    "exiled would-be aspiring self-declared self-proclaimed caretaker deputy vice assistant shadow prospective "
    "future newly-elected".split()
)
_LONGEST_OFFICE: Final = 4
_LONGEST_NATION: Final = 4
_POSSESSIVE: Final = lazy(r"[’']s?$")


class Role(Struct, frozen=True):
    """An office that somebody holds: [start, end) of its words in the prose, nation included.

    `modifier` is the word that limits it ("former", "acting", "elect"), `qualified` means that another word is in
    between ("opposition leader"), so the office is not the one it looks like.
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
def nation_heads() -> frozenset[str]:
    return frozenset(name.split(" ")[-1] for name in gazetteer.nations())


@cache
def office_tails() -> frozenset[str]:
    return frozenset(form.split(" ")[-1] for form in gazetteer.offices())


def in_run(words: Sequence[str]) -> Held | None:
    """The last office among the words of a run, if words are left after it for a name."""
    tails = office_tails()
    for stop in range(len(words) - 1, 0, -1):
        tail = words[stop - 1].lower()
        elect = ""
        if "-" in tail:
            tail, elect = _elected(tail)
        if tail not in tails:
            continue
        if (found := office_before([*words[: stop - 1], tail], stop)) is None:
            continue
        office, start = found
        begin, nation, modifier, qualified = preceding(words, start)
        if stop + 1 < len(words) and words[stop] == "of" and (of := nation_after(words, stop + 1)) is not None:
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


def office_before(words: Sequence[str], stop: int) -> tuple[Office, int] | None:
    """The longest office that ends before word `stop`, and the word at which it starts."""
    offices = gazetteer.offices()
    for start in range(max(stop - _LONGEST_OFFICE, 0), stop):
        office = offices.get(" ".join(words[start:stop]).lower())
        if office is not None:
            return office, start
    return None


def preceding(words: Sequence[str], stop: int) -> tuple[int, Nation | None, str, bool]:
    """What precedes an office at word `stop`: where the title begins, nation, modifier, whether it is qualified."""
    if stop == 0:
        return stop, None, "", False
    before = words[stop - 1].lower().removeprefix("then-").rstrip("-")
    modifier = before if before in MODIFIERS else "then" if words[stop - 1].lower().startswith(("then-", "ex-")) else ""
    edge = stop - 1 if modifier else stop
    if found := _nation_ending(words, edge):
        nation, start = found
        if not modifier and start and words[start - 1].lower() in MODIFIERS:
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
    if last not in nation_heads():
        return None
    for start in range(max(stop - _LONGEST_NATION, 0), stop):
        nation = gazetteer.nations().get(" ".join([*words[start : stop - 1], last]))
        if nation is not None:
            return nation, start
    return None


def nation_before(words: Sequence[str]) -> tuple[Nation, int] | None:
    """The nation that the last of some words name, and the word at which it starts."""
    return _nation_ending(words, len(words))


def nation_after(words: Sequence[str], start: int) -> tuple[Nation, int] | None:
    """The longest name of a nation from word `start` on, after an optional article, and the word after it."""
    begin = start + 1 if start < len(words) and words[start] == "the" else start
    for stop in range(min(begin + _LONGEST_NATION, len(words)), begin, -1):
        last = _POSSESSIVE.sub("", words[stop - 1].rstrip(",.;"))
        nation = gazetteer.nations().get(" ".join([*words[begin : stop - 1], last]))
        if nation is not None and nation.form == "name":
            return nation, stop
    return None
