"""Declaration: the keys that a rule may write in YAML, whatever its kind; and their examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct, field, structs

from newslint.article.readers import FORMATS, PLAIN
from newslint.finding import Severity
from newslint.rulebook.rule import Conditions, Others, Per, Quote, ViewName

if TYPE_CHECKING:
    FormatName = str
else:
    FormatName = Literal[*FORMATS]  # so that a wrong name is refused, and the schema lists the right ones


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text with its marks, and what a check needs to know beside it.

    `[[fault]]` must be reported with no suggestion asked for, `[[fault => this | that]]` with exactly these
    suggestions, `[[fault =>]]` with deletion; `\\[[` is a literal. `today`, `date` and `language` set what a run would.
    `bytes` is the file in hexadecimal where it is no valid text, then `at` is the decoded text that must be reported.
    `beside` names rules that run too (their findings are not compared), `config` holds keys of the configuration about
    suppressions: both are for rules about suppressions. `sources` are plain texts that the example was written from.
    """

    text: str = ""
    format: FormatName = PLAIN
    headline: str = ""
    language: str = ""
    today: str = ""
    date: str = ""
    vocabulary: tuple[str, ...] = ()
    bytes: str = ""
    at: str = ""
    see: str = ""
    beside: tuple[str, ...] = ()
    config: dict[str, Any] = {}
    sources: tuple[str, ...] = ()


class Todo(Struct, frozen=True, forbid_unknown_fields=True):
    """A known false alarm (marked where it is wrongly reported) or a known miss (marked where it should be)."""

    alarm: str | Example | None = None
    miss: str | Example | None = None


class Examples(Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule must report, exactly, and what it must leave alone.

    `refuted` are marked texts that quick reading reports and the parse refutes (`refuted-by`). `claims` are the reviews
    that the index holds while the examples run, as ClaimReview objects.
    """

    bad: tuple[str | Example, ...] = ()
    good: tuple[str | Example, ...] = ()
    refuted: tuple[str | Example, ...] = ()
    todo: tuple[Todo, ...] = ()
    claims: tuple[dict[str, Any], ...] = ()


class Declaration(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """The keys common to all rules; the keys of the kind are beside them (see `checks/`)."""

    id: str
    kind: str = ""
    any: tuple[dict[str, Any], ...] = ()
    severity: Severity
    message: str = ""
    messages: dict[str, str] = {}
    related: str | dict[str, str] = ""
    why: str
    source: str = ""
    scope: str | tuple[str, ...] = ("body",)
    quote: Quote | None = None
    leaves: Others | tuple[Others, ...] | None = None
    view: ViewName | tuple[ViewName, ...] = "prose"
    languages: tuple[str, ...] = ("en",)
    per: Per | None = None
    exceptions: tuple[str, ...] = field(default=(), name="except")
    when: Conditions | None = None
    unless: Conditions | None = None
    yields_to: tuple[str, ...] = ()
    refuted_by: tuple[dict[str, Any], ...] = ()
    default: Literal["on", "off", "preview"] = "on"
    since: str = ""
    renamed_from: tuple[str, ...] = ()
    deprecated: str = ""
    url: str = ""
    safe: bool = False
    examples: Examples = Examples()


KEYS: Final[tuple[str, ...]] = tuple(key.encode_name for key in structs.fields(Declaration))
