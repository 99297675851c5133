"""Fit when a whole article counts as spun to both models: `python -m training.whole MODEL --corpus FILE --genres FILE …`.

To the same texts as `newslint train --genres`, and after it: those that the light model, fitted without their source, leaves open
are read by both, and the second regression is written into the reader model's file.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from newslint.archive.corpus import archive
from newslint.spun.reread import features
from newslint.training import thesauri
from newslint.training.fitting import fit_regression, held_out
from newslint.training.genres import Read, opened, read, samples
from newslint.training.thresholds import text_thresholds

_GATE: Final = -2.0  # of the light model's log-odds: one clean text in a hundred exceeds it
_NEVER: Final = -20.0  # log-odds of what is not read again
F64 = npt.NDArray[np.float64]


def main() -> None:
    """Writes the regression into the model's file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="the reader model's folder")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--genres", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--mythes", type=Path, required=True)
    parser.add_argument("--ppdb", type=Path, required=True)
    given = parser.parse_args()
    synonyms = {
        "wordnet": thesauri.wordnet(given.wordnet),
        "mythes": thesauri.mythes(given.mythes),
        "ppdb": thesauri.ppdb(given.ppdb, alike=True),
        "ppdb-all": thesauri.ppdb(given.ppdb, alike=False),
    }
    file = given.model / "model.json"
    shape = json.loads(file.read_text("utf-8"))
    shape["whole"] = fitted(read(samples(archive(given.corpus), given.genres, synonyms)), str(given.model))
    file.write_text(json.dumps(shape, indent=1) + "\n", "utf-8")


def fitted(found: Read, model: str) -> dict[str, Any]:
    """What `newslint.spun.reread` reads."""
    light = held_out(found.rows, found.spun, found.groups)
    again = np.flatnonzero(light > _GATE)
    rows = np.stack([features(opened(found.samples[place], model), float(light[place])) for place in again])
    return regression(rows, found, again)


def regression(rows: npt.NDArray[np.float32], found: Read, again: npt.NDArray[np.int64]) -> dict[str, Any]:
    """Fitted to the texts that are read again; thresholds are shares of all clean ones."""
    spun, groups = found.spun[again], found.groups[again]
    clean: F64 = held_out(rows, spun, groups)[~spun]
    others = np.full(int((~found.spun).sum()) - len(clean), _NEVER)
    made = fit_regression(rows, spun)
    thresholds = text_thresholds(np.concatenate((clean, others)))
    return {"weights": made.weights.tolist(), "bias": made.bias, "thresholds": thresholds, "gate": _GATE}


if __name__ == "__main__":
    main()
