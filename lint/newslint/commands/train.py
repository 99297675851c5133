"""train: builds the spun-text model from plain articles, or calibrates it for a newsroom."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from newslint.commands import arguments as shared
from newslint.commands import calibration, records
from newslint.commands.command import Outcome
from newslint.errors import UsageError
from newslint.reporters.escape import printable
from newslint.reporters.report import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from newslint.archive.corpus import Archive
    from newslint.archive.counting import OnSpark
    from newslint.commands.command import Streams
    from newslint.training.groundwork import Groundwork
    from newslint.training.thesauri import Synonyms

_BUDGET = 1_800_000  # n-grams; 4.3 MB
_WORDNET, _MYTHES = "/usr/share/wordnet", "/usr/share/mythes/th_en_US_v2.dat"
_NEEDED = ("numpy", "catboost", "lemminflect", "numba", "tqdm")


def configure(parser: ArgumentParser) -> None:
    """Adds the options: what to learn from, and where the result goes."""
    parser.description = "Builds the model of the spun-text detector from plain articles, or calibrates it on your own."
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--corpus", nargs="+", metavar="INPUT", help="articles to learn from: files of them, or folders of such files"
    )
    source.add_argument("--calibrate", nargs="+", metavar="INPUT", help="calibrate on your own clean articles")
    parser.add_argument("--out", type=Path, help="output: a folder for a model, a file for a calibration")
    parser.add_argument("--work", type=Path, default=Path("newslint-train"), help="folder that keeps finished steps")
    parser.add_argument(
        "--sample",
        type=shared.number,
        default=1,
        metavar="N",
        help="use one article in N, chosen by its id, for a trial",
    )
    parser.add_argument("--quiet", action="store_true", help="no progress bar")
    _add_model(parser)
    records.add_fields(parser, ("text", "id", "outlet", "markup"))


def _add_model(parser: ArgumentParser) -> None:
    """What a model is made with; a calibration needs none of it."""
    parser.add_argument("--wordnet", type=Path, default=Path(_WORDNET), help="folder of WordNet's data.* files")
    parser.add_argument("--mythes", type=Path, default=Path(_MYTHES), help="a MyThes thesaurus (.dat)")
    parser.add_argument("--ppdb", type=Path, help="lexical paraphrases of PPDB (.zip)")
    parser.add_argument(
        "--genres",
        type=Path,
        metavar="FILE",
        help="only fit when a whole article counts as spun: clean copy of other genres, one JSON object a line with "
        "'source' and 'blocks'; --out is the model's folder",
    )
    parser.add_argument(
        "--names", type=Path, metavar="FILE", help="also count known names and write them to this table"
    )
    parser.add_argument("--ngrams", type=int, default=_BUDGET, help="number of n-grams to keep (default %(default)s)")
    parser.add_argument(
        "--spark",
        nargs="?",
        const="",
        metavar="MASTER",
        help="count words and n-grams on Spark, whose workers read the files (default: the master of its configuration)",
    )
    parser.add_argument(
        "--leave-out", default="", metavar="NAME", help="train without one thesaurus, to measure its effect"
    )


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Trains or calibrates. Raises `UsageError` if something necessary is missing or unusable."""
    corpus = _corpus(arguments)
    if arguments.calibrate:
        calibration.write(corpus, arguments.out or Path("house.yaml"), streams.stdout, quiet=arguments.quiet)
    else:
        _train(arguments, corpus, streams.stdout)
    if corpus.passed:
        streams.stderr.write(
            f"{counted(corpus.passed, 'article')} could not be read; the first: {printable(corpus.fault)}\n"
        )
    return Outcome.CLEAN


def _corpus(args: Namespace) -> Archive:
    from newslint.archive.corpus import Archive
    from newslint.archive.inputs import found

    inputs = found(args.corpus or args.calibrate)
    records.require(*(package for each in inputs for package in each.needs))
    return Archive(inputs, records.fields(args), args.sample)


def _train(args: Namespace, corpus: Archive, stdout: TextIO) -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(f"newslint train needs {', '.join(missing)}: pip install 'newslint[train]'")
    thesauri = (args.wordnet, args.mythes, args.ppdb, args.genres)
    absent = [str(path) for path in thesauri if path and not path.exists()]
    if absent:
        raise UsageError(f"not found: {', '.join(absent)}")
    from newslint.spun.model import save
    from newslint.training.pipeline import Pipeline

    out = args.out or Path("spun")
    for folder in (out, args.work):
        _make(folder)
    if args.genres:
        _fit_whole(args, corpus, out, stdout)
        return
    ground = _groundwork(args, corpus)
    _refuse_little(ground)
    save(Pipeline(ground).train(), out)
    stdout.write(f"{out}: {sum(path.stat().st_size for path in out.iterdir())} bytes\n")
    if args.names:
        _count_names(args, corpus, stdout)


def _fit_whole(args: Namespace, corpus: Archive, out: Path, stdout: TextIO) -> None:
    from msgspec import json

    from newslint.spun.whole import FILE
    from newslint.training.genres import fit_whole
    from newslint.training.workshop import Workshop

    found = fit_whole(corpus, args.genres, _thesauri(args), Workshop(args.work, quiet=args.quiet).progress)
    (out / FILE).write_bytes(json.format(json.encode(found.fitted)) + b"\n")
    stdout.write(f"{out / FILE}: {sum(found.clean.values())} clean texts of {len(found.clean)} sources\n")


def _make(folder: Path) -> None:
    """Makes a folder before starting work that would be lost without it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise UsageError(f"cannot create the folder '{folder}': {fault.strerror or fault}") from None


def _refuse_little(ground: Groundwork) -> None:
    """Raises `UsageError` if a part of the corpus has nothing to learn from."""
    from newslint.training.material import long_enough
    from newslint.training.pipeline import MIN_TEXT

    empty = [part.name.lower() for part, articles in ground.articles.items() if not long_enough(articles, MIN_TEXT)]
    if empty:
        raise UsageError(
            f"'{ground.corpus.name}' is too small to learn from: no outlet with articles of {MIN_TEXT} words is left for "
            f"{', '.join(empty)}; start with ten thousand articles from a hundred outlets"
        )


def _groundwork(args: Namespace, corpus: Archive) -> Groundwork:
    from newslint.training.groundwork import Groundwork
    from newslint.training.workshop import Workshop

    workshop = Workshop(args.work, quiet=args.quiet)
    ground = Groundwork(corpus, _thesauri(args), workshop, args.ngrams, args.leave_out)
    return ground if args.spark is None else replace(ground, elsewhere=_on_spark(args, corpus))


def _on_spark(args: Namespace, corpus: Archive) -> OnSpark:
    from newslint.archive import spark
    from newslint.archive.counting import OnSpark, texts

    session = spark.session("newslint train", args.spark)
    session.sparkContext.setLogLevel("OFF")  # what fails is said in one line
    spark.check(session)
    return OnSpark(texts(session, corpus))


def _thesauri(args: Namespace) -> dict[str, Synonyms]:
    from zipfile import BadZipFile

    from newslint.training import thesauri

    try:
        known = {"wordnet": thesauri.wordnet(args.wordnet), "mythes": thesauri.mythes(args.mythes)}
        if args.ppdb:
            known["ppdb"] = thesauri.ppdb(args.ppdb, alike=True)
            known["ppdb-all"] = thesauri.ppdb(args.ppdb, alike=False)
    except (OSError, ValueError, BadZipFile) as fault:
        raise UsageError(f"cannot read a thesaurus: {fault}") from None
    return known


def _count_names(args: Namespace, corpus: Archive, stdout: TextIO) -> None:
    from newslint.training.names import count_names, known_names, write_table

    table = known_names(count_names(corpus.articles()))
    write_table(table, args.names)
    stdout.write(f"{args.names}: {len(table)} names\n")
