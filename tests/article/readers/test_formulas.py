"""Formulas between dollars are shown things in Markdown, amounts of money are prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.readers import read
from newslint.article.readers.draft import OBJECT
from newslint.article.readers.formulas import masked
from newslint.article.text import Text


def prose(body: str) -> str:
    made = read(Text(f"# Pier\n\n{body}\n"), "markdown")
    return "\n".join(made.prose.text[s.start : s.end] for s in made.segments[1:])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A map $\\mu : G \\to G$ is drawn.", f"A map {OBJECT} is drawn."),
        ("Here $x_{1}$ and $\\alpha$, at last.", f"Here {OBJECT} and {OBJECT}, at last."),
        ("It is $a_1 *\\cdot* b$*so*.", f"It is {OBJECT}so."),
        ("It is\n$$\n\\sum x\n$$\nso.", f"It is {OBJECT} {OBJECT} {OBJECT} so."),
        ("From $5 to $10 and \\$3 more, $2m.", "From $5 to $10 and $3 more, $2m."),
        ("The amounts were $5 \\- $10.", "The amounts were $5 - $10."),
        ("Type `$a \\foo b$` or $HOME/\\bin or $PATH.", f"Type {OBJECT} or $HOME/\\bin or $PATH."),
        ("It cost $4\\% of $5$ there.", "It cost $4% of $5$ there."),
    ],
)
def test_formulas(body: str, expected: str) -> None:
    assert " ".join(prose(body).split()) == " ".join(expected.split())


@given(st.lists(st.sampled_from(["$", "$$", "\\mu", "\\", "x_1", " ", "\n", "5", "`", "word", "é😀"]), max_size=30))
def test_masks_keep_every_offset_and_line(parts: list[str]) -> None:
    content = "".join(parts)
    hidden = masked(content, 0)
    assert len(hidden) == len(content)
    assert [n for n, sign in enumerate(hidden) if sign == "\n"] == [n for n, sign in enumerate(content) if sign == "\n"]


@pytest.mark.parametrize("unit", ["$", "$a\\", "$$\\mu ", "$x ", "\\$"])
def test_floods_stay_linear(unit: str) -> None:
    import time

    started = time.process_time()
    masked(unit * (200_000 // len(unit)), 0)
    assert time.process_time() - started < 10
