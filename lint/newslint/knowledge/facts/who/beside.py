"""Beside: what the words right beside a name, or the verb of which it is the subject, say of its holder, as descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge import gazetteer
from newslint.knowledge.facts import age_forms, role_words
from newslint.knowledge.facts.who.described import Description
from newslint.knowledge.facts.who.glimpse import Glimpse
from newslint.knowledge.facts.who.quality import Quality
from newslint.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.knowledge.facts.who.offices import Office

_NATION: Final = lazy(r"(?<![\w’'-])(?P<nation>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)(?P<owns>[’']s?)? \Z")


def aged(text: str, name: Glimpse) -> Iterator[Glimpse]:
    """The age right after a name, as a description: "Ann Quill, 52,"."""
    hit = (
        age_forms.AFTER.match(text, name.end)
        if name.kind == "name" and text.startswith((", ", " ("), name.end)
        else None
    )
    group = "" if hit is None else "age" if hit["age"] else "bracketed"
    if hit is not None and (age := age_forms.years(hit[group])):
        start, end = hit.span(group)
        said = Description(
            start, end, "bare", "", "", (Quality("age", str(age), start, end),), limited=False, token=None
        )
        yield Glimpse("description", start, end, -1, name.person, name.token, "apposed", description=said)


def of_nation(text: str, name: Glimpse) -> Iterator[Glimpse]:
    """The nation right before a name, as a description: "Kenya's Daniel Kiprono", "Ethiopian Tadesse Worku"."""
    hit = _NATION.search(text, max(name.start - 30, 0), name.start) if name.kind == "name" else None
    codes = _codes(hit) if hit is not None else ""
    if hit is not None and codes:
        start, end = hit.span("nation")
        said = Description(
            start, end, "bare", "", "", (Quality("nation", codes, start, end),), limited=False, token=None
        )
        yield Glimpse("description", start, end, -1, name.person, name.token, "apposed", description=said)


def _codes(hit: re.Match[str]) -> str:
    """The codes of the nation that owns a name ("Kenya's") or is before it ("Kenyan"); nothing if it is none."""
    written = hit["nation"]
    if hit["owns"]:
        nation = gazetteer.nations().get(written)
        return ",".join(sorted(nation.codes)) if nation is not None and nation.form == "name" else ""
    return ",".join(sorted(role_words.homes().get(written, ())))


def implied(one: Office, names: dict[int, int]) -> Glimpse:
    """The office of a verb as a description of its subject."""
    body = Quality("body", one.body, one.start, one.end)
    said = Description(one.start, one.end, "bare", "", one.role, (body,), limited=False, token=None)
    person = names.get(one.subject)
    return Glimpse("description", one.start, one.end, -1, person, one.subject, "is", description=said)
