"""Size against what is caught: the same scorers over tables of other sizes.

    python benchmarks/spun/curve.py --work WORK --corpus news-train.jsonl --clean news-dev.jsonl --ppdb PPDB.zip SIZE ...

`WORK` is the folder in which `newslint train` kept its steps.  The scorers are those of the shipped model, the threshold
is set anew for each size on the articles kept for the texts, so that a curve takes minutes and not hours: it shows what
the n-grams are worth, not what scorers fitted to each size would reach.  Share of articles caught at 5 % / 10 %.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from newslint.archive.corpus import archive
from newslint.article.quotation import quoted_lines
from newslint.paths import data
from newslint.spun.model import SpunModel, load
from newslint.training import thesauri
from newslint.training.corpus import Article
from newslint.training.groundwork import Groundwork
from newslint.training.material import draw, long_enough
from newslint.training.spinner import Spinner
from newslint.training.split import Part
from newslint.training.tables import function_words
from newslint.training.workshop import Workshop

SHARE = "0.002"
RATES = (0.05, 0.1)


def margins(articles: list[Article], model: SpunModel, spinner: Spinner | None = None, rate: float = 0.0) -> np.ndarray:
    """How far each article, spun or clean, is over the threshold."""
    texts = (spinner.spin(a.text, rate, draw(a.id, spinner.name)).text if spinner else a.text for a in articles)
    return np.array([model.read(text, quoted_lines(text).spans).margins[SHARE] for text in texts])


def main() -> None:
    """Print the curve as Markdown."""
    parser = argparse.ArgumentParser()
    for name in ("work", "corpus", "clean", "ppdb"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("sizes", type=int, nargs="+", help="numbers of n-grams")
    args = parser.parse_args()
    shipped = load(data("spun"))
    known = {"wordnet": thesauri.wordnet(Path("/usr/share/wordnet"))}
    known["mythes"] = thesauri.mythes(Path("/usr/share/mythes/th_en_US_v2.dat"))
    known["ppdb"] = thesauri.ppdb(args.ppdb, alike=True)
    known["ppdb-all"] = thesauri.ppdb(args.ppdb, alike=False)
    spinners = [Spinner(name, known[name], function_words()) for name in ("wordnet", "mythes", "ppdb")]
    articles = long_enough(archive(args.clean).articles(), 200)[::5]
    print("| n-grams | table, MB | " + " | ".join(spinner.name for spinner in spinners) + " |\n" + "|---" * 5 + "|")
    for size in args.sizes:
        ground = Groundwork(archive(args.corpus), known, Workshop(args.work, quiet=True), size)
        model = SpunModel(ground.tables, shipped.scorers, shipped.meta)
        clean = long_enough(ground.articles[Part.TEXTS], 200)[::2]
        border = np.quantile(margins(clean, model), 1 - float(SHARE))
        caught = (
            " / ".join(f"{(margins(articles, model, spinner, rate) > border).mean():.3f}" for rate in RATES)
            for spinner in spinners
        )
        row = " | ".join((f"{size:,}", f"{ground.tables.ngrams.table.slots.nbytes / 1e6:.1f}", *caught))
        print(f"| {row} |", flush=True)


if __name__ == "__main__":
    main()
