"""Hosts: whether the host of an address imitates that of a site that readers know."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec import Struct

from newslint.knowledge.confusables import in_latin, skeleton
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

# Suffixes under which names are sold, beside those of one part.
_TWO_PARTS: Final = lazy(r"(?:co|com|org|net|gov|gob|gouv|ac|edu|go|or|ne|nom|gv)\.[a-z]{2}|(?:co|uk|us|eu)\.com")
# Where a name costs little and nobody has to say who he is; `.co` and `.cm` are `.com` for who reads in a hurry.
_CHEAP: Final = frozenset(
    "co cm om com.co co.com xyz top live site online club info icu ltd buzz click link today press website".split()
)
_FILLERS: Final = frozenset(
    "news online live world breaking today daily tv uk us usa report reports official press media network update updates latest "
    "com co net org web site channel".split()
)
# Others' machines through which a site is reached under its own name.
_GATEWAYS: Final = lazy(
    r"proxy|\bezp\b|(?:^|\.)(?:cloudflare\.net|edgekey\.net|edgesuite\.net|akamaized\.net|akamai\.net|fastly\.net|amazonaws\.com|"
    r"translate\.goog|oclc\.org|cdn\.ampproject\.org|cloudfront\.net|googleusercontent\.com|nyud\.net)$"
)
# Under these a government gives out the names: parlament.gv.at is Austria's.
_STATE: Final = lazy(r"\.(?:(?:gov|govt|gv|gob|gouv)\.[a-z]{2}|gov|admin\.ch|bund\.de|europa\.eu)$")
_LONG: Final = 8  # letters of a name in which one wrong letter is no other name
_SHORTEST: Final = 3  # letters of a name that is recognised beside a hyphen


# Names that are words, or that several publishers have.
_SHARED: Final = frozenset(
    "canada congress economist europa express fortune gov hill house independent justice medicare metro mirror nature people "
    "politico post scotsman senate slate standard star state sun telegraph time times treasury un vice welt who wired zeit".split()
)


class Imitation(NamedTuple):
    """The host that is imitated, and how: `script`, `spelling`, `prefix`, `addition` or `ending`."""

    known: str
    how: str


class Hosts(Struct, frozen=True, dict=True):
    """The hosts that readers know, without `www.`."""

    known: frozenset[str]

    def imitated(self, host: str) -> Imitation | None:
        """What a host in lower case imitates; None for a known one, what belongs to one, and all others."""
        if host.startswith("xn--") or ".xn--" in host:
            host = _decoded(host)
        host = host.removeprefix("www.")
        if self._owned(host) or _GATEWAYS.search(host) or _STATE.search(host) or "." not in host:
            return None
        return next((found for found in self._looks(host) if found is not None), None)

    def _owned(self, host: str) -> bool:
        labels = host.split(".")
        return any(".".join(labels[start:]) in self.known for start in range(len(labels)))

    def _looks(self, host: str) -> Iterator[Imitation | None]:
        name, ending = _name(host)
        yield self._in_other_letters(host)
        yield self._before_another(host)
        yield self._with_more(name)
        yield self._under_another_ending(name, ending)
        yield self._misspelt(name)

    def _in_other_letters(self, host: str) -> Imitation | None:
        latin = in_latin(host)
        if latin == host:
            return None
        known = latin if latin in self.known else self._names.get(_name(latin)[0])
        return Imitation(known, "script") if known else None

    def _before_another(self, host: str) -> Imitation | None:
        """whitehouse.gov.example.com; a country's own suffix behind the name is none: cdc.gov.tw."""
        labels = host.split(".")
        for start in range(len(labels)):
            for end in range(start + 2, len(labels)):
                known, rest = ".".join(labels[start:end]), labels[end:]
                if known in self.known and (len(rest) > 1 or len(rest[0]) > 2):
                    return Imitation(known, "prefix")
        return None

    def _with_more(self, name: str) -> Imitation | None:
        """bbc-news.co, cdc-gov.com."""
        if "-" not in name:
            return None
        if known := self._dashed.get(name):
            return Imitation(known, "addition")
        parts = name.split("-")
        brands = [part for part in parts if part in self._names and len(part) >= _SHORTEST and part not in _FILLERS]
        others = [part for part in parts if part not in brands]
        if len(brands) == 1 and all(part in _FILLERS for part in others) and _is_own(brands[0]):
            return Imitation(self._names[brands[0]], "addition")
        return None

    def _under_another_ending(self, name: str, ending: str) -> Imitation | None:
        """abcnews.com.co."""
        known = self._names.get(name)
        return (
            Imitation(known, "ending")
            if known and ending in _CHEAP and _is_own(name) and len(name) > _SHORTEST
            else None
        )

    def _misspelt(self, name: str) -> Imitation | None:
        """nytirnes.com, washingtonpst.com."""
        if name in self._names:
            return None
        if known := self._skeletons.get(skeleton(name)):
            return Imitation(known, "spelling")
        half = len(name) // 2
        near = (
            {*self._halves.get(name[: half - 1], ()), *self._halves.get(name[-half + 1 :], ())}
            if len(name) >= _LONG
            else ()
        )
        other = next((one for one in sorted(near) if _one_letter_apart(name, one)), None)
        return Imitation(self._names[other], "spelling") if other else None

    @cached_property
    def _names(self) -> dict[str, str]:
        """The part of each host that is its name → the host, of several the shortest."""
        return {_name(host)[0]: host for host in sorted(self.known, key=lambda host: (-len(host), host))}

    @cached_property
    def _dashed(self) -> dict[str, str]:
        return {host.replace(".", "-"): host for host in self.known if host.count(".") == 1}

    @cached_property
    def _skeletons(self) -> dict[str, str]:
        return {skeleton(name): host for name, host in self._names.items() if len(name) > _SHORTEST + 1}

    @cached_property
    def _halves(self) -> dict[str, list[str]]:
        """The beginning and the end of each long name → the names: a wrong letter leaves one of the two as it is."""
        found: dict[str, list[str]] = {}
        for name in self._names:
            for size in range(_LONG // 2 - 1, len(name)):
                found.setdefault(name[:size], []).append(name)
                found.setdefault(name[-size:], []).append(name)
        return found


def _name(host: str) -> tuple[str, str]:
    """The part of a host that somebody chose, and what it is registered under."""
    labels = host.split(".")
    parts = 2 if len(labels) > 2 and _TWO_PARTS.fullmatch(".".join(labels[-2:])) else 1
    return (labels[-parts - 1] if len(labels) > parts else labels[0]), ".".join(labels[-parts:])


def _is_own(name: str) -> bool:
    """Whether a name means one publisher: no word that many use as theirs."""
    return name not in _SHARED


def _one_letter_apart(name: str, known: str) -> bool:
    """Whether a name is a long known one with one letter wrong, missing, too many or exchanged; not the last: a plural is none."""
    if "-" in name:
        return name.replace("-", "") == known
    if len(known) < _LONG or name.rstrip("s") == known.rstrip("s") or name[:-1] == known[:-1]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(name, known, score_cutoff=1) == 1


@lru_cache(maxsize=256)
def _decoded(host: str) -> str:
    """A host in the letters that a browser shows."""
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
