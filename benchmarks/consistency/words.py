"""Defects of names, offices, words and quotations, put into clean articles one at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from figures import Injected, chosen, replaced

if TYPE_CHECKING:
    import random

    from corpus import Article

_NATIONS = (
    "Russian Turkish French German British Chinese Japanese Brazilian Mexican Israeli Iranian "
    "Egyptian Canadian Indian Ukrainian Polish Italian Spanish"
).split()
_OFFICES = "President|Prime Minister|Foreign Minister|Defense Minister|Chancellor"


def nation(article: Article, rng: random.Random) -> Injected | None:
    """Another nation beside the office of a person named with both before."""
    hit = chosen(
        rf"\b({'|'.join(_NATIONS)}) ({_OFFICES}) ((?:[A-Z][\w'’-]+ ){{1,2}})?([A-Z][\w'’-]+)", article.text, rng
    )
    if hit is None or not hit[3]:
        return None
    later = re.search(rf"(?<=[a-z,] )(?:Mr\. |President )?{re.escape(hit[4])}(?= [a-z])", article.text[hit.end() :])
    if later is None:
        return None
    other = rng.choice([name for name in _NATIONS if name != hit[1]])
    start = hit.end() + later.start()
    form = rng.choice(
        [f"{other} {hit[2]} {hit[4]}", f"the {other} leader {hit[4]}", f"{other} {hit[2]} {hit[3]}{hit[4]}"]
    )
    return replaced(article.text, start, hit.end() + later.end(), form)


_FIGURES = (
    "Dianne Feinstein|Mitch McConnell|Nancy Pelosi|Hillary Clinton|Donald Trump|Barack Obama|"
    "Bernie Sanders|Elizabeth Warren|Lindsey Graham|Marco Rubio|Ruth Bader Ginsburg|"
    "Sonia Sotomayor|Brett Kavanaugh|Rudy Giuliani|Mike Pompeo|Angela Merkel|Emmanuel Macron|"
    "Theresa May|Boris Johnson|Vladimir Putin|Bashar Assad|Benjamin Netanyahu|"
    "Jared Kushner|Ivanka Trump|Kellyanne Conway|Steve Bannon|Michael Flynn|Robert Mueller|James "
    "Comey|Jeff Sessions|Chuck Schumer|Paul Ryan|Kamala Harris|Pete Buttigieg|"
    "Michael Bloomberg|Chris Christie|Scott Walker|Rand Paul|Susan Collins|Lisa Murkowski|John "
    "Boehner|Eric Cantor|Mitt Romney|Newt Gingrich|Rick Santorum|Jeb Bush"
)


def known_name(article: Article, rng: random.Random) -> Injected | None:
    """A letter wrong in the full name of a public figure."""
    hit = chosen(rf"\b(?:{_FIGURES})\b", article.text, rng)
    return replaced(article.text, *hit.span(), misspelt(hit[0], rng)) if hit else None


def misspelt(name: str, rng: random.Random) -> str:
    """A name with a letter doubled, dropped, swapped or replaced by one that sounds alike, inside one of its words."""
    spots = [at for at in range(1, len(name) - 1) if name[at - 1 : at + 2].isalpha() and name[at].islower()]
    alike = {
        "a": "e",
        "e": "a",
        "i": "y",
        "o": "u",
        "u": "o",
        "y": "i",
        "c": "k",
        "k": "c",
        "s": "z",
        "z": "s",
        "f": "ph",
        "v": "w",
    }
    for at in rng.sample(spots, len(spots)):
        one, two = name[at], name[at + 1]
        made = rng.choice(
            [
                name[:at] + one + name[at:],
                name[:at] + name[at + 1 :],
                name[:at] + two + one + name[at + 2 :],
                name[:at] + alike.get(one, one) + name[at + 1 :],
            ]
        )
        if made != name:
            return made
    return name


def name_variant(article: Article, rng: random.Random) -> Injected | None:
    """A letter wrong in the surname of a person named in full twice or more."""
    for hit in re.finditer(r"\b([A-Z][a-z]{2,} )([A-Z][a-z]{4,})\b", article.text):
        later = re.search(rf"\b{hit[1]}{hit[2]}\b", article.text[hit.end() :])
        if later is not None and not re.match(_FIGURES, hit[0]):
            start = hit.end() + later.start() + len(hit[1])
            made = replaced(article.text, start, hit.end() + later.end(), misspelt(hit[2], rng))
            return made._replace(start=start - len(hit[1]))
    return None


def speaker(article: Article, rng: random.Random) -> Injected | None:
    """A quotation given again, to somebody else who is quoted in the article."""
    said = r"[“\"]([^”\"\n]{40,200}[,.])[”\"],? ((?:[A-Z][\w'’.-]+ ){0,2}[A-Z][a-z]+) (?:said|told)\b"
    hits = list(re.finditer(said, article.text))
    if len({hit[2] for hit in hits}) < 2:
        return None
    one = rng.choice(hits)
    other = rng.choice([hit[2] for hit in hits if hit[2].split()[-1] != one[2].split()[-1]] or [""])
    if not other:
        return None
    line = f"\n“{one[1].rstrip(',.')},” {other} said."
    text = article.text.rstrip("\n")
    return Injected(text + line, len(text) + 1, len(text + line))


def term(article: Article, rng: random.Random) -> Injected | None:
    """Another word for the kind of a place that is named with one twice."""
    kinds = ["province", "region", "district"]
    for hit in re.finditer(r"\b([A-Z][a-z]{3,}) (province|region|district)\b", article.text):
        later = re.search(rf"\b{hit[1]} {hit[2]}\b", article.text[hit.end() :])
        if later is not None:
            start = hit.end() + later.start()
            return replaced(
                article.text,
                start,
                hit.end() + later.end(),
                f"{hit[1]} {rng.choice([k for k in kinds if k != hit[2]])}",
            )
    return None


def abbreviation(article: Article, rng: random.Random) -> Injected | None:
    """`US` where the article writes `U.S.` elsewhere."""
    outside = re.sub(r"[“\"][^”\"\n]*[”\"]", lambda quoted: " " * len(quoted[0]), article.text)
    hits = list(re.finditer(r"(?<=[a-z] )U\.S\.(?= [a-z])", outside))
    if len(hits) < 2 or re.search(r"\bUS\b", article.text):
        return None
    return replaced(article.text, *hits[-1].span(), "US")


_SPELLINGS = {
    "organization": "organisation",
    "recognize": "recognise",
    "realize": "realise",
    "color": "colour",
    "labor": "labour",
    "defense": "defence",
    "center": "centre",
    "program": "programme",
}


def spelling(article: Article, rng: random.Random) -> Injected | None:
    """The other spelling of a word that the article has twice outside quotations."""
    outside = re.sub(r"[“\"][^”\"\n]*[”\"]", lambda quoted: " " * len(quoted[0]), article.text)
    for word in rng.sample(sorted(_SPELLINGS), len(_SPELLINGS)):
        hits = list(re.finditer(rf"(?<=[a-z] ){word}(?= [a-z])", outside))
        if len(hits) > 1:
            return replaced(article.text, *hits[-1].span(), _SPELLINGS[word])
    return None


def headline(article: Article, rng: random.Random, others: list[Article]) -> Injected:
    """The headline of another article."""
    own, _, body = article.text.partition("\n")
    other = rng.choice(others).text.partition("\n")[0]
    return Injected(f"{other}\n{body}", 0, len(other)) if other != own else Injected(article.text, 0, 0)


_CONTRARY = {
    "approves": "rejects",
    "rejects": "approves",
    "wins": "loses",
    "loses": "wins",
    "rises": "falls",
    "falls": "rises",
    "backs": "opposes",
    "opposes": "backs",
    "passes": "blocks",
    "blocks": "passes",
}


def contrary(article: Article, rng: random.Random) -> Injected | None:
    """A headline turned into its contrary."""
    end = article.text.find("\n")
    hit = chosen(rf"(?i)\b(?:{'|'.join(_CONTRARY)})\b", article.text[:end], rng)
    if hit is None:
        return None
    new = _CONTRARY[hit[0].lower()]
    made = replaced(article.text, *hit.span(), new.title() if hit[0][0].isupper() else new)
    return Injected(made.text, 0, made.text.find("\n"))


def institution(article: Article, rng: random.Random) -> Injected | None:
    """Another nation before the institution of one."""
    hit = chosen(
        (
            r"\b(?:U\.S\.|American|British|German|Russian|French) (?=State Department|Foreign Office|"
            r"Bundestag|Kremlin|Pentagon|State Duma|House of Commons)"
        ),
        article.text,
        rng,
    )
    if hit is None:
        return None
    other = rng.choice([f"{name} " for name in _NATIONS[:5] if f"{name} " != hit[0]])
    return replaced(article.text, *hit.span(), other)
