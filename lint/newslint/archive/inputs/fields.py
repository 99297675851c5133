"""Fields: where in a record of an archive the parts of an article are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from msgspec import Struct, structs

from newslint.archive.linting import Article
from newslint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SHOWN: Final = 8  # names of fields in a message


class Fields(Struct, frozen=True):
    """The names of the fields: `text` must be there, and so must every other that was named.

    `markup` is the field with the format of the text. A record without an id is called by its file and number. Without a name for
    the `headline`, it is left out.
    """

    text: str = "text"
    id: str = "id"
    headline: str = "headline"
    date: str = "date"
    outlet: str = "outlet"
    markup: str = "format"

    def check(self, there: Iterable[str], file: str) -> None:
        """UsageError if a file whose records have some fields has none for the text, or lacks one that was named."""
        known = list(there)
        for field in structs.fields(self):
            name = getattr(self, field.name)
            if name and name not in known and (field.name == "text" or name != field.default):
                shown = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
                raise UsageError(
                    f"no field '{name}' in {file}; there are {shown or 'none'}; choose one with --{field.name}"
                )

    def article(self, record: Mapping[str, Any], otherwise: str) -> Article:
        """A record as an article; `otherwise` is its id where it has none."""
        key = record.get(self.id)
        name = str(key) if key not in (None, "") else otherwise
        outlet = record.get(self.outlet)
        form = record.get(self.markup)
        return Article(
            name,
            _headed(record.get(self.headline) if self.headline else None, record.get(self.text), form),
            str(form) if form else None,
            record.get(self.date),
            str(outlet) if outlet else host_of(name),
        )


def host_of(name: str) -> str:
    """The host in an id that is a web address; empty for any other."""
    if not name.startswith(("http://", "https://")):
        return ""
    try:
        return (urlsplit(name).hostname or "").removeprefix("www.")
    except ValueError:  # a bracket that opens no address
        return ""


def _headed(headline: Any, text: Any, form: Any) -> Any:
    """Plain text below its headline. Text with markup is taken as it is: it has a headline where it shows one."""
    plain = isinstance(headline, str) and isinstance(text, str) and not form
    return f"{headline.strip()}\n\n{text}" if plain and headline.strip() else text
