"""Lists of names against a number that stands elsewhere: who voted no against the vote, what came before against the ordinal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.finding import Span
from newslint.knowledge.facts.linked.clash import Clash
from newslint.knowledge.facts.quantities import quantities
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.knowledge.facts.quantities import Quantity

_PERSON: Final = (
    r"(?:(?:Cllrs?|Councill?ors?|Councilmembers?|Councilm[ae]n|Councilwom[ae]n|Sens?\.|Reps?\.|Justices?|Judges?|Trustees?|"
    r"Commissioners?|Mr|Mrs|Ms|Dr|Supervisors?|Directors?|Members?) )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}"
)
_PEOPLE: Final = rf"(?P<list>{_PERSON}(?:, {_PERSON})*,? and {_PERSON})"
_AGAINST: Final = (
    r"(?:(?:vot|cast)\w* (?:a )?(?:no|against)\b|oppos\w+|dissent\w+|voted it down|against (?:it|the (?:plan|motion|measure|"
    r"proposal)))"
)
_FORMS: Final = (
    lazy(
        rf"\b(?:[Vv]oting (?:no|against)|[Oo]pposing (?:it|the [a-z]+)|[Ii]n dissent|[Dd]issenting|(?:[Tt]he )?(?:no votes|"
        rf"dissenters|opponents) ) ?(?:were|was|came from|:)? ?{_PEOPLE}(?=[.;]|\Z)"
    ),
)
# Who is said to have voted so need not be all who did.
_SOME: Final = lazy(rf"{_PEOPLE} (?:all |each |both )?(?:{_AGAINST})")
_FOR: Final = lazy(rf"\b(?:[Vv]oting (?:yes|in favou?r)|[Ii]n favou?r) (?:were|was) {_PEOPLE}(?=[.;]|\Z)")
_VOTE: Final = lazy(
    r"\b(?:vot\w*|pass\w*|approv\w*|reject\w*|carried|back\w*|motion|measure|decision|split|ruled?|by)\b[^.;\n]{0,50}\Z",
    re.IGNORECASE,
)
_SPLIT: Final = lazy(r",? and |, ")
_OPEN: Final = lazy(r"\b(?:includ\w+|among|such as|others|abstain\w*|absent)\b", re.IGNORECASE)


def voters(document: Document) -> Iterator[Clash]:
    """`passed 6-3 … Voting no were A, B, C and D`."""
    text = document.prose.text
    votes = [one for one in document.derived(quantities) if _is_vote(text, one)]
    if len({(one.value, one.after) for one in votes}) != 1:
        return
    vote = votes[0]
    low, high = sorted((vote.value, vote.after or 0.0))
    hits = [(hit, low) for form in (*_FORMS, _SOME) for hit in form.finditer(text)] + [
        (hit, high) for hit in _FOR.finditer(text)
    ]
    for hit, size in hits:
        sentence = document.sentence_at(hit.start())
        names = _SPLIT.split(hit["list"])
        if _OPEN.search(text, sentence.start, sentence.end) or not document.quoted.outside(*hit.span()):
            continue
        if (
            low > 0
            and (len(names) > size or (hit.re is not _SOME and len(names) != size))
            and len(names) > 1
            and abs(len(names) - size) <= _NEAR
            and len(names) not in (low, high)
        ):
            yield Clash(
                "named",
                Span(hit.start("list"), hit.start("list") + len(hit["list"].rstrip("."))),
                (vote.span,),
                str(len(names)),
            )
            return


_NEAR: Final = 2


def _is_vote(text: str, one: Quantity) -> bool:
    return one.kind == "score" and not one.quoted and _VOTE.search(text[max(one.start - 60, 0) : one.start]) is not None


_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_NTH: Final = lazy(
    r"\b(?:the|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|a|[Tt]he) (?P<nth>second|third|fourth|fifth|sixth|seventh|eighth) "
    r"(?P<what>time|fire|flood|strike|storm|attack|novel|book|album|"
    r"film|play|closure|death|blaze|accident|crash|victory|win|title|collection|memoir|symphony|opera|outbreak|incident|"
    r"chief executive|"
    r"leader|minister|owner|coach|manager|head|director|expansion|walkout|eruption|spill|blackout|breach|leak|collapse|"
    r"murder|killing)\b"
)
_EARLIER: Final = lazy(
    r"\b(?:[Ee]arlier|[Pp]revious|[Tt]he (?:other|first) (?:two|three|four|ones?)|[Bb]efore (?:that|it)|[Tt]he others|"
    r"[Ff]ollows|[Aa]uthor of|[Aa]fter(?! (?:that|this|which|a|an|the)\b)) "
)
_DATED: Final = lazy(
    r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|"
    r"winter|fall) (?:of )?)?(?P<year>(?:19|20)\d\d)\b"
)
_TITLE: Final = (
    r"(?:The |A |An )?[A-Z][\w’'-]+(?: (?:of|the|and the|in|a|to|for|at|on) (?=[A-Z])|[ ](?=[A-Z])|[A-Z][\w’'-]+){0,6}"
)
_TITLES: Final = lazy(rf"(?P<list>{_TITLE}(?:, {_TITLE})+,? and {_TITLE})(?=[.,;:]|\Z| (?:were|are|was|had|have)\b)")
_WITHIN: Final = 3  # sentences after an ordinal that name those before


def counted_before(document: Document) -> Iterator[Clash]:
    """`the third time in five years … Earlier fires were recorded in January 2020, in March 2021 and in December 2022`."""
    text = document.prose.text
    hits = list(_NTH.finditer(text))
    for hit in hits[:_FEW]:
        nth = _ORDINALS.index(hit["nth"]) + 1
        number = document.sentences.index(document.sentence_at(hit.start()))
        works = hit["what"] in _WORKS
        reach = len(document.sentences) if works else number + _WITHIN
        for sentence in document.sentences[number:reach]:
            found = _before(text, sentence, works=works, at=hit.end())
            if found is not None and found[1] == nth and document.quoted.outside(*hit.span()):
                yield Clash("next", Span(*hit.span("nth")), (found[0],), _ORDINALS[min(nth, len(_ORDINALS) - 1)])
                break


_FEW: Final = 6
_WORKS: Final = frozenset("novel book album film play collection memoir symphony opera".split())


def _before(text: str, sentence: Span, *, works: bool, at: int) -> tuple[Span, int] | None:
    """The list of those before that a sentence gives, and its length."""
    cue = _EARLIER.search(text, max(sentence.start, at), sentence.end)
    if cue is None:
        return None
    if not works:
        years = [hit["year"] for hit in _DATED.finditer(text, cue.end(), sentence.end)]
        return (
            (Span(cue.start(), sentence.end), len(years)) if len(years) > 1 and len(set(years)) == len(years) else None
        )
    listed = _TITLES.search(text, cue.end(), sentence.end)
    return (Span(*listed.span("list")), len(_SPLIT.split(listed["list"]))) if listed is not None else None
