"""What a word sounds like decides its article."""

from __future__ import annotations

import pytest

from newslint.checks.integrity.indefinite_article import sound_of


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        *[
            (word, "vowel")
            for word in ("apple", "hour", "MP", "FBI", "18", "8", "80,000", "£8", "SOS", "uninvited", "heir", "F-16")
        ],
        *[
            (word, "consonant")
            for word in ("boat", "UN", "one-off", "European", "user", "10", "U.S", "utility", "ukulele", "7")
        ],
        *[(word, "") for word in ("historic", "herb", "NASA", "union", "1800", "HIV", "and")],
    ],
)
def test_sounds(word: str, sound: str) -> None:
    assert sound_of(word, "-" if word == "F-16" else "") == sound
