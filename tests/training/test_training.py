"""Training on a small invented corpus: every step, twice, byte for byte."""

from __future__ import annotations

import random
from collections import Counter
from itertools import product
from pathlib import Path

import msgspec
import numpy as np
import pytest

from newslint.archive.corpus import archive
from newslint.errors import UsageError
from newslint.spun.model import load, save
from newslint.spun.ngrams import Family, near_keys, pair_keys
from newslint.spun.vocabulary import Vocabulary
from newslint.training.corpus import Article
from newslint.training.counting import Counts, added, count, count_all, count_words, every
from newslint.training.fitting import fit_regression, held_out
from newslint.training.groundwork import Groundwork
from newslint.training.names import count_names, known_names
from newslint.training.pieces import Piece, cut, encode, whole
from newslint.training.spelling import american_spellings
from newslint.training.spinner import Spinner
from newslint.training.split import Part, deal, folds
from newslint.training.tables import content_flags
from newslint.training.thesauri import Farther, related
from newslint.training.thresholds import upper
from newslint.training.workshop import Workshop

SYNONYMS = {
    "harbour": frozenset({"haven", "port"}),
    "council": frozenset({"board", "assembly"}),
    "closed": frozenset({"shut"}),
    "bridge": frozenset({"span", "viaduct"}),
    "mayor": frozenset({"provost"}),
}
WORDS = [
    *SYNONYMS,
    *("".join(parts) for parts in product("bdfg", "aeiou", ("lan", "mer", "tos"), ("ter", "ling", "ne", "vor"))),
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    draw = random.Random(1)
    path = tmp_path_factory.mktemp("corpus") / "articles.jsonl"
    articles = [
        Article(
            text="\n".join(
                f"The {draw.choice(WORDS)} {draw.choice(WORDS)} the {draw.choice(WORDS)} today." for _ in range(60)
            ),
            id=f"a{number}",
            outlet=f"outlet {number % 40}",
        )
        for number in range(160)
    ]
    path.write_bytes(b"\n".join(msgspec.json.encode(article) for article in articles))
    return path


def test_a_model_is_built_the_same_twice_and_taken_up_where_it_was_left(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("catboost")
    pytest.importorskip("numba")
    from newslint.training.pipeline import Pipeline

    folders: list[Path] = []
    for work in ("one", "two", "one"):
        model = Pipeline(
            Groundwork(archive(corpus), {"own": SYNONYMS}, Workshop(tmp_path / work, quiet=True), budget=5000)
        ).train()
        folders.append(tmp_path / f"model {len(folders)}")
        save(model, folders[-1])
    first, *others = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert all(other == first for other in others)
    text = next(archive(corpus).articles()).text
    kept, read = model.read(text), load(folders[0]).read(text)
    assert np.array_equal(kept.log_odds, read.log_odds)
    assert kept.margins == read.margins


def test_thesauri_of_another_language_are_told_in_one_sentence(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("catboost")
    pytest.importorskip("numba")
    from newslint.training.pipeline import Pipeline

    foreign = {"brücke": frozenset({"steg"})}
    ground = Groundwork(archive(corpus), {"own": foreign}, Workshop(tmp_path, quiet=True), budget=5000)
    with pytest.raises(UsageError, match="in the same language"):
        Pipeline(ground).train()


def test_a_regression_scores_the_outlets_that_it_did_not_see() -> None:
    random = np.random.default_rng(5)
    rows = random.normal(size=(200, 3)).astype(np.float32)
    spun = np.arange(200) % 2 > 0
    rows[spun] += 2
    parts = np.arange(200) // 40
    found = held_out(rows, spun, parts)
    assert len(found) == len(rows)
    alone = fit_regression(rows[parts != 0], spun[parts != 0])
    first = rows[parts == 0]
    assert found[: len(first)] == pytest.approx(first @ alone.weights + alone.bias)


def test_an_outlet_is_in_one_fold() -> None:
    articles = [Article("x", outlet=str(number % 23)) for number in range(400)]
    found = folds(articles)
    assert len({(article.outlet, fold) for article, fold in zip(articles, found.tolist(), strict=True)}) == 23
    assert np.bincount(found).min() > 50


def test_outlets_are_dealt_out_whole(corpus: Path) -> None:
    parts = deal(archive(corpus).articles())
    assert set(parts.values()) == set(Part)
    assert sum(part is Part.COUNTS for part in parts.values()) > len(parts) / 2


def test_counts_are_right() -> None:
    articles = ["The harbour closed. The harbour opened.", "A harbour"]
    assert count_words(articles) == {"The": 2, "harbour": 3, "closed": 1, "opened": 1, "A": 1}
    piece = Piece(np.array([8, 9, 8, 9, 10, 0, 0, 9, 10, 0, 0], np.uint16), np.array([7, 11]))
    content = np.arange(11) > 7
    one = pair_keys(Family.PAIR, np.array([8], np.uint16), np.array([9], np.uint16))
    pairs = count(piece, Family.PAIR, content)
    assert pairs.get(np.concatenate((one, one + np.uint64(7)))).tolist() == [2, 0]
    assert count(piece, 0, content).words(11).tolist() == [4, 0, 0, 0, 0, 0, 0, 0, 2, 3, 2]
    near = count(piece, Family.NEAR, content)
    far = near_keys(np.array([8], np.uint16), np.array([10], np.uint16))
    assert near.get(far).tolist() == [2]  # of two, and not of the four with the second article's


def test_counts_add_up_to_the_same_however_a_corpus_is_cut(corpus: Path) -> None:
    texts = [article.text for article in archive(corpus).articles()]
    vocabulary = Vocabulary.of(sorted(count_words(texts)))
    content = content_flags(vocabulary)
    known = every(encode(texts, vocabulary), content)
    pieces = [encode(texts[first : first + 7], vocabulary) for first in range(0, len(texts), 7)]
    assert same(added(every(piece, content) for piece in pieces[::-1]), known)
    assert same(count_all(pieces, content), known.frequent())
    assert same(count_all(list(cut(whole(pieces), 500)), content), known.frequent())
    counted = Counter[str]()
    for first in range(0, len(texts), 9):
        counted.update(count_words(texts[first : first + 9]))
    assert counted == count_words(texts)


def same(one: Counts, other: Counts) -> bool:
    return one.keys.tobytes() == other.keys.tobytes() and one.counts.tobytes() == other.counts.tobytes()


def test_a_spinner_tells_what_it_did_and_repairs_articles() -> None:
    spinner = Spinner("own", {"storm": frozenset({"upheaval"}), "ferry": frozenset({"boat"})}, frozenset())
    spun = spinner.spin("a storm sank a ferry", 1.0, 3)
    assert spun.text == "an upheaval sank a boat"
    assert [spun.text[start:end] for start, end in spun.spans] == ["upheaval", "boat"]
    assert spun.originals == ["storm", "ferry"]
    assert spinner.spin("a storm sank a ferry", 1.0, 3) == spun


def test_a_consistent_spinner_keeps_to_its_word() -> None:
    spinner = Spinner("own", SYNONYMS, frozenset())
    spun = spinner.spin("bridge " * 20, 1.0, 5, consistent=True)
    assert len(set(spun.text.split())) == 1


def test_related_goes_both_ways_and_farther_goes_on() -> None:
    near = related([SYNONYMS])
    assert near["shut"] == {"closed"}
    assert Farther(near)["haven"] == {"port"}
    assert "haven" in Farther(near)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("centre", "center"),
        ("labour", "labor"),
        ("programmes", "programs"),
        ("fuelled", "fueled"),
    ],
)
def test_british_spellings(british: str, american: str) -> None:
    assert american_spellings([british], {american: 100})[british] == american


@pytest.mark.parametrize("word", ["filled", "four", "tire", "advise", "hour"])
def test_words_that_are_no_spellings(word: str) -> None:
    counts = {"filled": 100, "filed": 90, "for": 900, "four": 500, "tier": 50, "tire": 60, "advise": 90, "hour": 90}
    assert word not in american_spellings([word], counts)


def test_known_names_and_their_rivals() -> None:
    articles = [Article("Mayor Ada Lindqvist spoke.", outlet=str(n % 3)) for n in range(12)]
    articles += [Article("So did Ada Lindkvist.", outlet="x")] * 2 + [Article("and Bo Ek", outlet="x")] * 2
    assert known_names(count_names(articles)) == {
        "Ada Lindkvist": 2,
        "Ada Lindqvist": 12,
        "Mayor Ada": 12,
        "Mayor Ada Lindqvist": 12,
    }


def test_a_tail_is_drawn_beyond_the_data() -> None:
    values = np.random.default_rng(1).exponential(size=5000)
    assert upper(values, 0.001) == pytest.approx(np.log(1000), rel=0.15)
    assert upper(values, 0.0001) == pytest.approx(np.log(10_000), rel=0.25)
    assert upper(values, 0.5) == pytest.approx(np.log(2), rel=0.1)


def test_a_drawn_tail_is_not_below_the_data() -> None:
    values = np.concatenate((np.random.default_rng(1).exponential(size=5000), [20.0, 19.0, 18.0]))
    assert upper(values, 0.0002) == 19.0


def test_when_an_article_counts_as_spun_is_fitted_to_clean_copy_of_many_sources(corpus: Path, tmp_path: Path) -> None:
    pytest.importorskip("lemminflect")
    from newslint.training.genres import fit_whole

    genres = tmp_path / "genres.jsonl"
    block = "The ferry to the island sails at noon, and the last one comes back before the evening service begins. "
    rows = [
        {"source": f"s{number % 7}", "blocks": [block * 4, f"Number {number} of them. " + block * 9]}
        for number in range(28)
    ]
    genres.write_bytes(b"\n".join(map(msgspec.json.encode, rows)))
    found = [fit_whole(archive(corpus), genres, {"own": SYNONYMS}, lambda samples, _: samples) for _ in range(2)]
    assert found[0] == found[1]
    assert {f"s{number}" for number in range(7)} <= set(found[0].clean)
    assert list(found[0].fitted.thresholds) == ["0.002", "0.0005", "0.0002"]
    genres.write_text("{}\n", "utf-8")
    with pytest.raises(UsageError, match="no list of texts with 'source' and 'blocks'"):
        fit_whole(archive(corpus), genres, {"own": SYNONYMS}, lambda samples, _: samples)
