"""What a word sounds like decides its article."""

from __future__ import annotations

import pytest

from newslint.knowledge.sounds import sound_of


@pytest.mark.parametrize(
    ("word", "after", "sound"),
    [
        *[
            (word, "", "vowel")
            for word in (
                "apple",
                "hour",
                "MP",
                "FBI",
                "18",
                "8",
                "80,000",
                "£8",
                "SOS",
                "uninvited",
                "heir",
                "XML",
                "N95",
            )
        ],
        *[
            ("F", "-16 jet", "vowel"),
            ("x", "-ray", "vowel"),
            ("e", "-bike", "vowel"),
            ("11000", "-seat", "vowel"),
            ("$18000", " loan", "vowel"),
        ],
        *[
            (word, "", "consonant")
            for word in ("boat", "UN", "one-off", "European", "user", "10", "U.S", "utility", "7", "110,000", "using")
        ],
        *[
            (word, "", "")
            for word in (
                "historic",
                "herb",
                "NASA",
                "union",
                "1800",
                "HIV",
                "and",
                "SQL",
                "AAA",
                "fbi.gov",
                "ntl",
                "url",
                "XIV",
            )
        ],
        *[
            ("N5m", " fine", ""),
            ("R500", " fine", ""),
            ("S", "$30 note", ""),
            ("RMB4", "-trillion plan", ""),
            ("N1,000", "", ""),
        ],
    ],
)
def test_sounds(word: str, after: str, sound: str) -> None:
    assert sound_of(word, after) == sound


@pytest.mark.parametrize(
    ("word", "sound"), [("nginx", ""), ("utreexo", ""), ("hs", ""), ("brelliad", "consonant"), ("ardish", "vowel")]
)
def test_unknown_words_may_be_spelt(word: str, sound: str) -> None:
    assert sound_of(word, known=False) == sound
