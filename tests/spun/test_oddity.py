"""How odd words are."""

from __future__ import annotations

import datetime

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.spun.oddity import oddities


def test_british_spelling_is_as_good_as_american() -> None:
    there, here = (
        [
            word.log_odds
            for word in document_of(Text(text, "a"), Settings(datetime.date(2026, 1, 1))).derived(oddities).words
        ]
        for text in ("The labour party organised a colourful parade.", "The labor party organized a colorful parade.")
    )
    assert len(there) == len(here)
