"""What is looked at, and what is known of it: by the shipped model, on sentences made here."""

from __future__ import annotations

import numpy as np
import pytest

from newslint.spun.examine import Examined, encode, examine
from newslint.spun.features import FIT_COLUMNS
from newslint.spun.model import SpunModel, shipped

TEXT = "He got life in penitentiary. “He died in penitentiary,” she said of the disastrous discourse."
LONG = """
The city council on Monday postponed a vote on the new harbor bridge after residents complained about the noise and the
cost of the project. Mayor Ann Reyes said the city would hold another hearing in March and publish the full budget before
the vote. Three members of the council said they had not seen the contract. The engineers told the council that the old
bridge could carry trucks for another ten years if it were repaired this summer. Ferry companies have asked for a lower
span, because their ships wait for the tide. The port handles about a third of the state's grain exports, and farmers
fear delays during the harvest. A spokesman for the governor declined to comment. Schools near the river will open an
hour later next week, the district said, while crews test the ground with heavy machines. Police closed two streets on
Sunday. In a statement, the union that represents dock workers said it supported the plan but wanted a promise that jobs
would stay in the city. The hearing lasted four hours. Business owners on Water Street said they had lost customers since
the work began, and one of them plans to sue.
"""


@pytest.fixture(scope="module")
def model() -> SpunModel:
    return shipped()


def quoted(text: str, *spans: tuple[int, int]) -> dict[str, set[bool]]:
    """Word → whether it stands in a quotation, by the last of the features that use no lexicon."""
    examined = examine(encode(text, shipped().tables), shipped().tables, spans)
    found: dict[str, set[bool]] = {}
    for start, end, row in zip(examined.starts, examined.ends, examined.lone, strict=True):
        found.setdefault(text[start:end], set()).add(bool(row[FIT_COLUMNS - 1]))
    return found


def test_the_features_tell_what_is_quoted() -> None:
    start, end = TEXT.index("“"), TEXT.index("”") + 1
    assert quoted(TEXT, (start, end))["penitentiary"] == {False, True}
    assert quoted(TEXT)["penitentiary"] == {False}


def test_spans_may_lie_in_one_another() -> None:
    found = quoted(TEXT, (0, len(TEXT)), (29, 57))
    assert all(flags == {True} for flags in found.values())


def test_a_word_that_comes_back_counts_once(model: SpunModel) -> None:
    examined = examine(encode(TEXT, model.tables), model.tables)
    scores = np.arange(2 * len(examined.starts), dtype=np.float32).reshape(2, -1)
    everything = np.ones(len(examined.starts), dtype=np.bool_)
    words = [TEXT[start:end] for start, end in zip(examined.starts, examined.ends, strict=True)]
    means = examined.by_word(scores, everything)
    assert means.shape == (2, len(set(words)))
    both = scores[0, [word == "penitentiary" for word in words]]
    assert len(both) == 2
    assert both.mean() in means[0]


def test_words_of_the_house_are_scored_and_no_evidence(model: SpunModel) -> None:
    text = f"{LONG} He was sentenced to life in penitentiary. The bill is anticipated to pass."
    plain, excused = model.read(text), model.read(text, house={"penitentiary", "anticipated"})
    assert np.array_equal(plain.log_odds, excused.log_odds)
    assert all(excused.margins[share] < plain.margins[share] for share in plain.margins)


def test_a_text_of_the_houses_words_alone_is_like_an_empty_one(model: SpunModel) -> None:
    words = {
        TEXT[start:end] for start, end in zip(*places(examine(encode(TEXT, model.tables), model.tables)), strict=True)
    }
    assert np.isfinite(list(model.read(TEXT, house=words).margins.values())).all()


def places(examined: Examined) -> tuple[list[int], list[int]]:
    return examined.starts.tolist(), examined.ends.tolist()


def test_numbers_of_words_as_written(model: SpunModel) -> None:
    vocabulary = model.tables.vocabulary
    assert [vocabulary.word(number) for number in vocabulary.numbers(["navy", "House"]).tolist()] == ["navy", "House"]
    assert vocabulary.numbers(["blorptastic", ""]).tolist() == [0, 0]
    assert vocabulary.numbers([]).tolist() == []
