"""Posts of other sites, embedded in an article."""

from __future__ import annotations

import re

import pytest

from newslint.article.posts import posts
from newslint.article.segment import Segment


def shown(text: str) -> list[str]:
    paragraphs = [Segment("paragraph", *line.span()) for line in re.finditer(r"\S.*", text)]
    return [text[start:end] for start, end in posts(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Late AGAIN!! — Ann Lee (@annlee) June 5, 2020", ["Late AGAIN!! — Ann Lee (@annlee) June 5, 2020"]),
        ("Lee wrote: Late! — Ann Lee (@annlee) 5 June 2020 The mayor left.", ["Late! — Ann Lee (@annlee) 5 June 2020"]),
        ("One.\nLate!\n— Ann Lee (@annlee) June 5, 2020\nTwo.", ["Late!", "— Ann Lee (@annlee) June 5, 2020"]),
        ("One.\nLate! pic.twitter.com/Ab1\nTwo.", ["Late! pic.twitter.com/Ab1"]),
        (
            "One.\nSkip Twitter post by @annlee\nLate!\nEnd of Twitter post by @annlee\nTwo.",
            ["Skip Twitter post by @annlee", "Late!", "End of Twitter post by @annlee"],
        ),
        ("One.\nSkip Facebook content, 1 Late!\nTwo.", ["Skip Facebook content, 1 Late!"]),
        (
            "View this post on Instagram\nHappy!\nA post shared by Ann (@ann.lee) on Jun 5, 2020\nTwo.",
            ["View this post on Instagram", "Happy!", "A post shared by Ann (@ann.lee) on Jun 5, 2020"],
        ),
        ("Write to Ann Lee (@annlee) by June 5, 2020.", []),
        ("One.\n— Ann Lee (@annlee)", []),
        ("She posted a picture on Twitter (see below) and left.", []),
    ],
)
def test_posts_with_their_furniture(text: str, expected: list[str]) -> None:
    assert shown(text) == expected
