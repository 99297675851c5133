"""`newslint train`: build the spun-text model of a language from plain articles, or adapt it to a house."""

from __future__ import annotations

import argparse
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from newslint.training.groundwork import Groundwork

_BUDGET = 1_400_000  # n-grams; 3.3 MB
_WORDNET, _MYTHES = "/usr/share/wordnet", "/usr/share/mythes/th_en_US_v2.dat"
_NEEDED = ("numpy", "catboost", "lemminflect", "numba", "tqdm")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `newslint train`."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--corpus", type=Path, metavar="FILE", help="articles to learn from, one JSON object a line")
    source.add_argument("--calibrate", type=Path, metavar="FILE", help="a house's own clean articles: adapt to them")
    parser.add_argument("--out", type=Path, help="where the model (a folder) or the calibration (a file) goes")
    parser.add_argument("--work", type=Path, default=Path("newslint-train"), help="folder for finished steps")
    parser.add_argument("--wordnet", type=Path, default=Path(_WORDNET), help="folder of WordNet's data.* files")
    parser.add_argument("--mythes", type=Path, default=Path(_MYTHES), help="a MyThes thesaurus (.dat)")
    parser.add_argument("--ppdb", type=Path, help="lexical synonyms of PPDB (.zip)")
    parser.add_argument("--names", type=Path, metavar="FILE", help="also count the known names into this table")
    parser.add_argument("--ngrams", type=int, default=_BUDGET, help="how many n-grams to keep (default %(default)s)")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="every n-th article only, for a trial")
    parser.add_argument("--leave-out", default="", metavar="NAME", help="do without one thesaurus, to measure that")
    parser.add_argument("--quiet", action="store_true", help="no progress bar")


def run(args: argparse.Namespace, stdout: TextIO, stderr: TextIO) -> int:
    """Train or calibrate; exit code 0, or 2 if something that is needed is missing."""
    if args.calibrate:
        return _calibrate(args, stdout)
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        stderr.write(f"newslint train needs {', '.join(missing)}: pip install 'newslint[train]'\n")
        return 2
    absent = [str(path) for path in (args.corpus, args.wordnet, args.mythes, args.ppdb) if path and not path.exists()]
    if absent:
        stderr.write(f"newslint train: not found: {', '.join(absent)}\n")
        return 2
    return _train(args, stdout)


def _train(args: argparse.Namespace, stdout: TextIO) -> int:
    from newslint.language.spun import save
    from newslint.training.pipeline import Pipeline

    out = args.out or Path("spun")
    save(Pipeline(_groundwork(args)).train(), out)
    stdout.write(f"{out}: {sum(path.stat().st_size for path in out.iterdir())} bytes\n")
    if args.names:
        _count_names(args, stdout)
    return 0


def _groundwork(args: argparse.Namespace) -> Groundwork:
    from newslint.training import thesauri
    from newslint.training.groundwork import Groundwork
    from newslint.training.workshop import Workshop

    known = {"wordnet": thesauri.wordnet(args.wordnet), "mythes": thesauri.mythes(args.mythes)}
    if args.ppdb:
        known["ppdb"] = thesauri.ppdb(args.ppdb, alike=True)
        known["ppdb-all"] = thesauri.ppdb(args.ppdb, alike=False)
    workshop = Workshop(args.work, quiet=args.quiet)
    return Groundwork(args.corpus, known, workshop, args.ngrams, args.sample, args.leave_out)


def _count_names(args: argparse.Namespace, stdout: TextIO) -> None:
    from newslint.training.corpus import read_articles
    from newslint.training.names import count_names, known_names, write_table

    table = known_names(count_names(read_articles(args.corpus)))
    write_table(table, args.names)
    stdout.write(f"{args.names}: {len(table)} names\n")


def _calibrate(args: argparse.Namespace, stdout: TextIO) -> int:
    from newslint.language.spun import shipped
    from newslint.training.calibration import calibrate
    from newslint.training.corpus import read_articles

    found = calibrate(read_articles(args.calibrate), shipped())
    out = args.out or Path("house-words.txt")
    out.write_text("".join(f"{word}\n" for word in found.words), encoding="utf-8")
    stdout.write(f"{out}: {len(found.words)} words of the house; name the file in `vocabulary-files`\n")
    stdout.write(f"false flags per 1,000 words: {found.before:.2f} before, {found.after:.2f} with these words\n")
    stdout.write(f"articles over the warning threshold: {found.articles_over} of {found.articles}\n")
    return 0
