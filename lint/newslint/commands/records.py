"""Records: the options that say where in the records of an archive an article is, and what reading archives needs."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from newslint.errors import MissingExtra

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from newslint.archive.inputs.fields import Fields

_FIELDS: Final = {
    "text": "the field with the text of an article",
    "id": "the field with its id",
    "headline": "the field with its headline, which is put above a plain text",
    "date": "the field with its date of publication",
    "outlet": "the field with its outlet, by which findings are summed up",
    "markup": "the field with the format of its text: plain, markdown, html …",
}


def add_fields(parser: ArgumentParser, names: Sequence[str] = tuple(_FIELDS)) -> None:
    """Which fields hold what, of those that matter."""
    group = parser.add_argument_group("fields of a record (default: those of these names, where they are)")
    for name in names:
        group.add_argument(f"--{name}", metavar="FIELD", help=_FIELDS[name])


def fields(arguments: Namespace) -> Fields:
    """The fields that are named, and the usual ones."""
    from newslint.archive.inputs.fields import Fields

    return Fields(**{name: value for name in _FIELDS if (value := getattr(arguments, name, None))})


def require(*packages: str) -> None:
    """MissingExtra, with what to install, if some packages are not there."""
    missing = [name for name in dict.fromkeys(packages) if find_spec(name) is None]
    if missing:
        raise MissingExtra(f"this needs {', '.join(missing)}; run: pip install 'newslint[archive]'")
