"""Token forms: suggestions in which a captured word takes another form: `{verb:VBZ}`, `{verb:plural}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.inflections import inflected
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HOLE: Final = lazy(r"\{([a-z][a-z_-]*)(?::([A-Za-z]+))?\}")
_NUMBERS: Final = {"plural": "VBP", "singular": "VBZ"}
_PLURAL: Final = {"was": "were", "is": "are", "'s": "are", "has": "have", "does": "do"}
_SINGULAR: Final = {"were": "was", "are": "is", "'re": "is", "have": "has", "do": "does"}


def names_in(template: str) -> Iterator[str]:
    """The names of the captured words that a suggestion mentions."""
    return (hit[1] for hit in _HOLE.finditer(template))


def written(template: str, words: Mapping[str, str]) -> str | None:
    """The suggestion with its words filled in; None if one of them has no such form."""
    forms = [
        (hit[0], words[hit[1]] if hit[2] is None else _form(words[hit[1]], hit[2])) for hit in _HOLE.finditer(template)
    ]
    for hole, form in forms:
        if form is None:
            return None
        template = template.replace(hole, form, 1)
    return template


def _form(word: str, form: str) -> str | None:
    """A word's form for a Penn tag, or a verb's for a subject of that number."""
    word = word.lower().replace("’", "'")
    known = (_PLURAL if form == "plural" else _SINGULAR if form == "singular" else {}).get(word)
    return known or inflected(word, _NUMBERS.get(form, form))
