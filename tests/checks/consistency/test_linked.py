"""Linked times: short articles with a time in two versions, `{right|wrong}`, and traps in which nothing is wrong.

An article begins with `=== ` and the kind of link. Thorough reading; some links need none.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.knowledge.facts.linked.clashes import clashes
from newslint.reading import pipelines

FOLDER = Path(__file__).parent / "linked"
PIPELINE = pipelines.find()
TODAY = datetime.date(2026, 11, 27)
_FIGURE = re.compile(r"(?<![\w.,])\d[\d,.]*\b")


def blocks(name: str) -> list[tuple[str, str]]:
    text = (FOLDER / name).read_text("utf-8")
    return [
        (kind.strip(), body.strip())
        for kind, body in re.findall(r"^=== (.+)\n((?:(?!=== ).*\n?)*)", text, re.MULTILINE)
    ]


def found(body: str) -> list[str]:
    article = body if re.match(r"[^\n.]+\n\n", body) else f"Head\n\n{body}"
    settings = Settings(TODAY, pipeline=PIPELINE.name if PIPELINE else "")
    document = document_of(Text(f"{article}\n", "a.txt"), settings, "plain")
    return [one.case for one in document.derived(clashes)]


def version(body: str, number: int) -> str:
    return re.sub(r"\{([^|}]*)\|([^}]*)\}", lambda hit: hit[number], body)


@pytest.mark.skipif(PIPELINE is None, reason="needs an English spaCy pipeline")
@pytest.mark.parametrize(("kind", "body"), blocks("pairs.txt"))
def test_only_the_wrong_version_clashes(kind: str, body: str) -> None:
    assert not found(version(body, 1))
    assert found(version(body, 2)) == [kind]


@pytest.mark.skipif(PIPELINE is None, reason="needs an English spaCy pipeline")
@pytest.mark.parametrize(("kind", "body"), blocks("traps.txt"))
def test_what_only_seems_to_clash_does_not(kind: str, body: str) -> None:
    assert not found(body), kind


@pytest.mark.parametrize("nought", ["0", "zero", ""])
def test_a_figure_of_nought_breaks_nothing(nought: str) -> None:
    for _, body in blocks("pairs.txt"):
        right = version(body, 1)
        for figure in set(_FIGURE.findall(right)):
            document = document_of(Text(right.replace(figure, nought), "a.txt"), Settings(TODAY), "plain")
            assert isinstance(document.derived(clashes), tuple)
