"""Calibration: words and thresholds of one newsroom, from `newslint train --calibrate` to `calibration:`."""

from __future__ import annotations

import hashlib
import math
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec
from msgspec import Struct, structs

from newslint.errors import ConfigError
from newslint.paths import data

if TYPE_CHECKING:
    from newslint.yaml_source import Source

Flags = Literal["0.05", "0.1", "0.2", "0.5", "1.0"]  # false flags per 1,000 clean words
Share = Literal["0.002", "0.0005", "0.0002"]  # share of clean articles wrongly flagged


class Calibration(Struct, frozen=True):
    """What a newsroom's clean archive says.

    `words`: never judged. `word_thresholds` (by `Flags`) and `text_thresholds` (by `Share`): log-odds that
    override the model's; anything missing stays as in the model. `model`: the model they were measured with.
    """

    model: str = ""
    words: tuple[str, ...] = ()
    word_thresholds: dict[str, float] = {}
    text_thresholds: dict[str, float] = {}

    @property
    def stale(self) -> bool:
        """Whether its thresholds belong to another model: log-odds of two models cannot be compared."""
        return bool(self.model) and self.model != shipped_model()


class _Written(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The file's data before its numbers are checked."""

    model: str = ""
    words: tuple[str, ...] = ()
    word_thresholds: dict[str, Any] = {}
    text_thresholds: dict[str, Any] = {}


def shipped_model() -> str:
    """The first 12 hexadecimal digits of the SHA-256 of the shipped model's numbers."""
    return hashlib.sha256(data("spun", "model.json").read_bytes()).hexdigest()[:12]


def read(path: str, shown: str) -> Calibration:
    """The calibration at a path; `shown` is the path for messages. ConfigError with the place of any mistake."""
    from newslint import yaml_source

    file = yaml_source.read(path, ConfigError, shown=shown)
    if not isinstance(file.data, dict):
        raise file.error("expected keys and values, as 'newslint train --calibrate' writes them")
    try:
        written = msgspec.convert(file.data, _Written)
    except msgspec.ValidationError as fault:
        known = tuple(field.encode_name for field in structs.fields(_Written))
        raise yaml_source.explain(file, fault, (), known) from None
    words = _numbers(file, "word-thresholds", written.word_thresholds, get_args(Flags))
    texts = _numbers(file, "text-thresholds", written.text_thresholds, get_args(Share))
    return Calibration(written.model, written.words, words, texts)


def _numbers(file: Source, key: str, thresholds: dict[str, Any], known: tuple[str, ...]) -> dict[str, float]:
    from newslint.yaml_source import did_you_mean

    found = {}
    for budget, value in thresholds.items():
        if budget not in known:
            hint = did_you_mean(budget, known) or f"; available: {', '.join(known)}"
            raise file.error(f"unknown budget '{budget}'{hint}", (key, budget), key=True)
        number = _number(value)
        if number is None:
            shown = f"'{value}'" if isinstance(value, str) else "a list or a mapping"
            raise file.error(f"expected a number, got {shown}", (key, budget))
        found[budget] = number
    return found


def _number(value: Any) -> float | None:
    """The number that a scalar represents; None for infinity and anything that is not a number."""
    try:
        number = float(value) if isinstance(value, str) else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def written(calibration: Calibration, comment: str) -> str:
    """The file's text below a one-line comment; the same calibration gives the same text."""
    import yaml

    fields = {
        "model": calibration.model,
        "words": list(calibration.words),
        "word-thresholds": calibration.word_thresholds,
        "text-thresholds": calibration.text_thresholds,
    }
    return f"# {comment}\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=math.inf)}"
