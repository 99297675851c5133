"""Calibration: the file that `newslint train --calibrate` writes, and what it says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from newslint.errors import UsageError
from newslint.reporters.escape import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newslint.archive.corpus import Archive
    from newslint.training.calibrate import Calibrated


def write(corpus: Archive, out: Path, stdout: TextIO, *, quiet: bool) -> None:
    """Calibrates on a corpus, and says what came of it. UsageError if the file cannot be written."""
    from tqdm import tqdm

    from newslint.spun.calibration import written
    from newslint.spun.model import shipped
    from newslint.training.calibrate import calibrate

    _refuse_place(out, corpus)
    found = calibrate(corpus.articles(), shipped(), lambda part: tqdm(part, desc="reading", disable=quiet, unit=""))
    source = f"{corpus.name}: {found.articles} articles, {found.words} words"
    text = written(found.calibration, printable(f"written by newslint train --calibrate from {source}"))
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise UsageError(f"cannot write '{out}': {fault.strerror or fault}") from None
    stdout.writelines(f"{line}\n" for line in _told(found, out))


def _refuse_place(out: Path, corpus: Archive) -> None:
    """Raises `UsageError` now, not after reading the archive, if a calibration cannot be written there."""
    if out.is_dir():
        raise UsageError(f"cannot write '{out}': it is a folder")
    if not out.parent.is_dir():
        raise UsageError(f"cannot write '{out}': the folder '{out.parent}' does not exist")
    if out.exists() and any(out.samefile(each.path) for each in corpus.inputs):
        raise UsageError(f"cannot write '{out}': it is the archive; choose another --out")


def _told(found: Calibrated, out: Path) -> Iterator[str]:
    """What a calibration contains and changes."""
    house, before, words, after = found.calibration, found.before, found.with_words, found.after
    yield f"{out}: read {found.articles:,} articles ({found.words:,} words); accepted words: {len(house.words):,}"
    yield f"thresholds for single words: {_listed(house.word_thresholds)}"
    yield f"thresholds for articles: {_listed(house.text_thresholds)}"
    yield "on articles that the words were not learnt from:"
    yield (
        f"  false flags per 1,000 words at the budget of 0.1: {before.flags:.3f} before, {words.flags:.3f} with the words, "
        f"{after.flags:.3f} with words and thresholds"
    )
    yield f"  articles over the threshold for a warning: {before.warned} of {found.judged:,} before, {after.warned} after"
    yield "to use it, name the file under `calibration:` in .newslint.yaml"


def _listed(thresholds: dict[str, float]) -> str:
    return ", ".join(f"{budget}: {border}" for budget, border in thresholds.items()) or "as shipped"
