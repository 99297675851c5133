"""Kinds of check, one file each. Python adds kinds, never rules: rules are YAML in `rules/`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from newslint.checks.check import Check

# Kind → "module:class", imported when a rule of that kind has something to check. A test compares files and table.
KINDS: Final[dict[str, str]] = {
    "ages": "newslint.checks.consistency.ages:Ages",
    "altered-quotation": "newslint.checks.fidelity.altered_quotation:AlteredQuotation",
    "anniversary": "newslint.checks.consistency.anniversary:Anniversary",
    "anonymous": "newslint.checks.sourcing.anonymous:Anonymous",
    "capital": "newslint.checks.general.capital:Capital",
    "chronicle": "newslint.checks.consistency.chronicle:Chronicle",
    "clash": "newslint.checks.consistency.clash:ClashCheck",
    "conditional": "newslint.checks.general.conditional:Conditional",
    "consistent": "newslint.checks.general.consistent:Consistent",
    "conversion": "newslint.checks.consistency.conversion:Conversion",
    "course": "newslint.checks.consistency.course:Course",
    "developing": "newslint.checks.integrity.developing:Developing",
    "differing-fact": "newslint.checks.fidelity.differing_fact:DifferingFact",
    "duplicate": "newslint.checks.integrity.duplicate:Duplicate",
    "elapsed": "newslint.checks.consistency.elapsed:Elapsed",
    "encoding": "newslint.checks.integrity.encoding:Encoding",
    "exception": "newslint.checks.consistency.exception:Exceptional",
    "exchanged-names": "newslint.checks.fidelity.exchanged_names:ExchangedNames",
    "figures": "newslint.checks.consistency.figures:Figures",
    "furniture": "newslint.checks.integrity.furniture:Furniture",
    "glued": "newslint.checks.integrity.glued:Glued",
    "headline-body": "newslint.checks.consistency.headline_body:HeadlineBody",
    "headline-contrast": "newslint.checks.consistency.headline_contrast:HeadlineContrast",
    "headline-figure": "newslint.checks.consistency.headline_figure:HeadlineFigure",
    "headline-name": "newslint.checks.consistency.headline_name:HeadlineName",
    "hedging": "newslint.checks.fidelity.hedging:Hedging",
    "hidden": "newslint.checks.integrity.hidden:Hidden",
    "holiday": "newslint.checks.consistency.holiday:HolidayDate",
    "impossible-date": "newslint.checks.consistency.impossible_date:ImpossibleDate",
    "impossible-time": "newslint.checks.consistency.impossible_time:ImpossibleTime",
    "indefinite-article": "newslint.checks.integrity.indefinite_article:IndefiniteArticle",
    "institution-conflict": "newslint.checks.consistency.institution_conflict:InstitutionConflict",
    "kin-conflict": "newslint.checks.consistency.kin_conflict:KinConflict",
    "known-name": "newslint.checks.consistency.known_name:KnownName",
    "limit": "newslint.checks.general.limit:Limit",
    "link-target": "newslint.checks.integrity.link_target:LinkTarget",
    "list-count": "newslint.checks.consistency.list_count:ListCount",
    "lone-surname": "newslint.checks.consistency.lone_surname:LoneSurname",
    "lookalike-domain": "newslint.checks.integrity.lookalike_domain:LookalikeDomain",
    "metadata": "newslint.checks.sourcing.metadata:Metadata",
    "metric": "newslint.checks.general.metric:Metric",
    "missing-lede": "newslint.checks.fidelity.missing_lede:MissingLede",
    "missing-space": "newslint.checks.integrity.missing_space:MissingSpace",
    "misspelt": "newslint.checks.general.misspelt:Misspelt",
    "mixed-script": "newslint.checks.integrity.mixed_script:MixedScript",
    "mixed-style": "newslint.checks.general.mixed_style:MixedStyle",
    "name-variant": "newslint.checks.consistency.name_variant:NameVariant",
    "nation-conflict": "newslint.checks.consistency.nation_conflict:NationConflict",
    "near-duplicate": "newslint.checks.integrity.near_duplicate:NearDuplicate",
    "near-name": "newslint.checks.general.near_name:NearName",
    "notice": "newslint.checks.newslint.notice:Notice",
    "number-mismatch": "newslint.checks.consistency.number_mismatch:NumberMismatch",
    "odd-word": "newslint.checks.machine.odd_word:OddWord",
    "opposite-statement": "newslint.checks.fidelity.opposite_statement:OppositeStatement",
    "other-headline": "newslint.checks.integrity.other_headline:OtherHeadline",
    "other-speaker": "newslint.checks.fidelity.other_speaker:OtherSpeaker",
    "outlook": "newslint.checks.consistency.outlook:Outlook",
    "pair-in-context": "newslint.checks.machine.pair_in_context:PairInContext",
    "part-count": "newslint.checks.consistency.part_count:PartCount",
    "pattern": "newslint.checks.general.pattern:Pattern",
    "phrase": "newslint.checks.general.phrase:Phrase",
    "proofread": "newslint.checks.grammar.proofread:Proofread",
    "quote-marks": "newslint.checks.integrity.quote_marks:QuoteMarks",
    "quote-speaker": "newslint.checks.consistency.quote_speaker:QuoteSpeaker",
    "rated-claim": "newslint.checks.claims.rated_claim:RatedClaim",
    "repeat": "newslint.checks.general.repeat:Repeat",
    "repeated-swap": "newslint.checks.machine.repeated_swap:RepeatedSwap",
    "role-conflict": "newslint.checks.consistency.role_conflict:RoleConflict",
    "same-time": "newslint.checks.consistency.same_time:SameTime",
    "set-count": "newslint.checks.consistency.set_count:SetCount",
    "slip": "newslint.checks.language.slip:Slip",
    "spun-article": "newslint.checks.machine.spun_article:SpunArticle",
    "spun-word": "newslint.checks.machine.spun_word:SpunWord",
    "subject-verb": "newslint.checks.language.subject_verb:SubjectVerb",
    "suppression": "newslint.checks.newslint.suppression:Suppression",
    "swap": "newslint.checks.general.swap:Swap",
    "term-drift": "newslint.checks.consistency.term_drift:TermDrift",
    "timeline": "newslint.checks.consistency.timeline:Timeline",
    "tokens": "newslint.checks.general.tokens:Tokens",
    "trait-conflict": "newslint.checks.consistency.trait_conflict:TraitConflict",
    "truncated": "newslint.checks.integrity.truncated:Truncated",
    "unattributed": "newslint.checks.sourcing.unattributed:Unattributed",
    "unattributed-claim": "newslint.checks.fidelity.unattributed_claim:UnattributedClaim",
    "unknown-quotation": "newslint.checks.fidelity.unknown_quotation:UnknownQuotation",
    "unstopped": "newslint.checks.integrity.unstopped:Unstopped",
    "unsupported": "newslint.checks.fidelity.unsupported:Unsupported",
    "vote-shares": "newslint.checks.consistency.vote_shares:VoteShares",
    "weekday": "newslint.checks.consistency.weekday:Weekday",
}


def kind(name: str) -> type[Check]:
    """The class of a kind of KINDS."""
    module, _, attribute = KINDS[name].partition(":")
    return getattr(import_module(module), attribute)  # type: ignore[no-any-return]


def keys_of(name: str) -> tuple[str, ...]:
    """The keys that a rule of a kind may write beside those of every rule."""
    cls = kind(name)
    fields = (field.encode_name for field in msgspec.structs.fields(cls))
    return tuple(key for key in dict.fromkeys((*fields, *cls.written)) if key not in cls.kept)


def build(name: str, options: dict[str, Any]) -> Check:
    """A check of that kind from plain options (scalars may be strings); msgspec.ValidationError if they do not fit."""
    cls = kind(name)
    if not options and msgspec.NODEFAULT not in cls.__struct_defaults__:
        return cls()  # most kinds; before it converts anything, msgspec evaluates all annotations of a class
    return msgspec.convert(options, cls, strict=False)
