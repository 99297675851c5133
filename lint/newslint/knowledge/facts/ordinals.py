"""Ordinals: "15th", "fortieth", "twenty-fifth", and names of anniversaries, as numbers."""

from __future__ import annotations

from typing import Final

from newslint.knowledge.date_grammar import ORDINALS

_TENS: Final = dict(zip("twent thirt fort fift sixt sevent eight ninet".split(), range(20, 100, 10), strict=True))
_NAMED: Final = {
    "centenary": 100,
    "centennial": 100,
    "sesquicentennial": 150,
    "bicentenary": 200,
    "bicentennial": 200,
    "tercentenary": 300,
    "tricentennial": 300,
    "quincentenary": 500,
}
_UNITS: Final = [word for word, number in ORDINALS.items() if number < 10]
WORDS: Final[dict[str, int]] = {
    **ORDINALS,
    **{f"{stem}ieth": tens for stem, tens in _TENS.items()},
    **{f"{stem}y-{unit}": tens + ORDINALS[unit] for stem, tens in _TENS.items() for unit in _UNITS},
    "hundredth": 100,
    "one hundredth": 100,
    "two hundredth": 200,
}
NAMED: Final = "|".join(_NAMED)
ORDINAL: Final = rf"\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(WORDS, key=len, reverse=True))}"


def ordinal(words: str) -> int:
    """The number of an ordinal or of a named anniversary, folded."""
    if words[0].isdigit():
        return int(words[:-2])
    return _NAMED.get(words) or WORDS[words]
