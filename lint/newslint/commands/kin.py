"""kin: the articles of an archive that were made from each other, each with its likely source."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from newslint.commands import arguments as shared
from newslint.commands import records
from newslint.commands.command import Outcome
from newslint.reporters.escape import encodable, printable
from newslint.reporters.report import counted

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterator

    from newslint.archive.kin.search import Found, Kin
    from newslint.commands.command import Streams

_FORMATS: Final = ("text", "json")
_SWAPS: Final = 12  # that are listed in text
_QUOTATIONS: Final = 5


def configure(parser: ArgumentParser) -> None:
    """What is read, and how kin are shown."""
    parser.description = (
        "Finds articles that were made from others of the same archive: copies, light edits, updates, articles in which words\n"
        "were replaced one by one, and articles that were reworded throughout. The earlier one is the source."
    )
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help="files of articles, or folders of such files")
    parser.add_argument(
        "--format", choices=_FORMATS, default="text", help="lines for people, or an object a line (default: text)"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress bar")
    shared.add_jobs(parser)
    records.add_fields(parser)


def run(arguments: Namespace, streams: Streams) -> Outcome:
    """Prints each article that has a source, in the order of the archive. FOUND if there are any."""
    records.require("pyarrow", "datasketch")
    from newslint.archive.inputs import found as inputs_in
    from newslint.archive.kin.search import search
    from newslint.run.processes import processors

    inputs = inputs_in(arguments.inputs)
    with _bar(arguments, streams) as progress:
        found = search(inputs, records.fields(arguments), arguments.jobs or processors(), progress)
    write = _object if arguments.format == "json" else _lines
    streams.stdout.writelines(line for kin in found.kin for line in write(kin))
    streams.stderr.write(f"{_sum(found)}\n")
    return Outcome.FOUND if found.kin else Outcome.CLEAN


def _sum(found: Found) -> str:
    kinds: dict[str, int] = {}
    for kin in found.kin:
        kinds[kin.relation.kind] = kinds.get(kin.relation.kind, 0) + 1
    listed = ", ".join(f"{kind}: {count:,}" for kind, count in sorted(kinds.items()))
    said = f"{counted(len(found.kin), 'article')} of {found.articles:,} with a source; {counted(found.compared, 'pair')} compared"
    passed = f"; {found.blank:,} could not be read, or have no text to go by" if found.blank else ""
    return f"{said} ({listed}){passed}" if listed else f"{said}{passed}"


def _object(kin: Kin) -> Iterator[str]:
    import msgspec
    from msgspec import structs

    values: dict[str, Any] = {
        "path": encodable(kin.path),
        "source": encodable(kin.source),
        **structs.asdict(kin.relation),
    }
    yield msgspec.json.encode(values).decode() + "\n"


def _lines(kin: Kin) -> Iterator[str]:
    relation = kin.relation
    shares = f"{relation.kept:.0%} of the words kept, {relation.fixed:.0%} of names, numbers and quotations in common"
    yield f"{printable(kin.path)}: {relation.kind} of {printable(kin.source)}: {shares}\n"
    if relation.kind != "copy" and relation.swaps:
        named = [
            f"{swap.source} → {swap.article}{f' ({swap.count})' if swap.count > 1 else ''}" for swap in relation.swaps
        ]
        more = f" and {len(named) - _SWAPS} more" if len(named) > _SWAPS else ""
        yield f"    replaced: {printable(', '.join(named[:_SWAPS]))}{more}\n"
    for text in relation.quotations[:_QUOTATIONS]:
        yield f"    altered quotation: {printable(text)}\n"


@contextmanager
def _bar(arguments: Namespace, streams: Streams) -> Iterator[Callable[[str, float], None]]:
    """What is told how far a search is: a bar on a terminal, nothing elsewhere."""
    if arguments.quiet or not streams.stderr.isatty():
        yield lambda what, share: None
        return
    from tqdm import tqdm

    layout = "{desc}: {percentage:3.0f}%|{bar}| [{elapsed}<{remaining}]"
    with tqdm(total=1.0, file=streams.stderr, leave=False, dynamic_ncols=True, bar_format=layout) as bar:

        def told(what: str, share: float) -> None:
            if bar.desc != what:
                bar.reset()
                bar.set_description_str(what)
            bar.update(share - bar.n)

        yield told
