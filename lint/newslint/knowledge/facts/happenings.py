"""Happenings: what befell whom, and when: "the museum opened in 1990", "was arrested in March 2022 and charged in May".

Only verbs that are steps of a course with a fixed order count (a life, an office, a building, a case, a law …), and only
where subject, verb and time are bound by the words between them. What is joined by "and" has the subject of what goes before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.knowledge.facts.courses import BOTH, DONE, VERBS
from newslint.knowledge.facts.periods import Period
from newslint.knowledge.facts.telling import LAPSE, TIME
from newslint.knowledge.facts.times import Time
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.lapses import Lapse
    from newslint.knowledge.facts.moment import Moment
    from newslint.knowledge.facts.telling import Telling

_A, _L = TIME.format("a"), LAPSE.format("l")
VERB: Final = "|".join(re.escape(word) for word in sorted(VERBS, key=len, reverse=True))
_TAIL: Final = r"(?:[^@.;:()“”\"]|@l\d+@){0,45}?"
# Between a subject and its verb.
AUXILIARY: Final = (
    r"(?:(?:was|were|had|been|has|have|is|later|first|then|also|only|formally|officially|finally|eventually|originally|already|"
    r"itself|himself|herself|reportedly|again|duly|both|promptly|allegedly|soon|subsequently) )*"
)
_STEP: Final = lazy(
    rf"(?<![\w-])(?P<verb>{VERB})(?![\w-])(?P<tail>{_TAIL})(?:(?:,? (?:in|on|since) )(?:the )?{_A}(?!-)|,? {_L} ago\b)",
    needs=("in @t|on @t|since @t|the @t|@ ago",),
)
# In 1990 the museum was opened
_LED: Final = lazy(
    rf"(?:\A|[,;] |\b(?:and|but) )(?:in|on) {_A},? (?P<subject>(?!@)[^@.;:,()“”\"]{{2,50}}?) "
    rf"{AUXILIARY}(?P<verb>{VERB})(?![\w-])(?! (?:in|on) @t)",
    needs=("in @t|on @t",),
)
_OTHER_CLAUSE: Final = lazy(
    rf"(?<![\w-])(?:{VERB}|who|which|that|when|after|before|because|as|while|where|whose|than|since|said|would|will|could|not|was|were|had|has|is)(?![\w-])"
)
_JOINED: Final = lazy(rf"\A(?:,? ?(?:and|but|before|then|only to)|,) (?:(?:it|he|she|they) )?{AUXILIARY}\Z")
_ASIDE: Final = lazy(r"\A, (?:after|when|because|as|while|following|despite|amid|with|by|at|in) [^@.;:()]{3,90},(?= )")
_SUBJECT: Final = lazy(
    rf"(?P<subject>(?:(?:the|a|an|its|his|her|their) )?[\w'’&.-]+(?: [\w'’&.-]+){{0,5}}?)(?:, (?:which|who)|)? {AUXILIARY}\Z"
)
_UNSURE: Final = lazy(
    r"\b(?:would|will|could|should|might|may|to be|never|not|n't|if|had it|almost|nearly|reopened|rebuilt|posthumous\w*|again|"
    r"first time|second time|re-?\w+ed)\b"
)


class Happening(Struct, frozen=True):
    """That `subject` (folded, without its article, or a pronoun; empty if it is not known) was at a step of some courses at a time.

    `steps` are (course, rank) pairs. [start, end) of the folded prose runs from the verb to the time. `joined` means that it
    has the subject of the one before.
    """

    verb: str
    steps: tuple[tuple[str, int], ...]
    subject: str
    time: Time
    start: int
    end: int
    joined: bool = False


def happenings(said: Telling, now: Moment | None) -> Iterator[Happening]:
    """The dated steps of a sentence, in order; what is so long ago counts from the article's date."""
    yield from _led(said)
    text, last, passive = said.text, 0, False
    for hit in _STEP.finditer(text):
        time = said.time(hit["a"]) if hit["a"] else _ago(said.lapse(hit["l"]), now)
        if time is None or time.period is None or _OTHER_CLAUSE.search(hit["tail"]):
            continue
        before = text[last : hit.start()]
        joined = bool(last) and _is_joined(before)
        passive = _PASSIVE.search(before) is not None or (joined and passive)
        if not _befalls(hit["verb"], hit["tail"], passive=passive):
            last = hit.end()
            continue
        if joined or not _UNSURE.search(before[-60:]):
            subject = "" if joined else _subject(before)
            start = said.origin(hit.start())
            yield Happening(hit["verb"], VERBS[hit["verb"]], subject, time, start, time.end, joined)
        last = hit.end()


_NOTHING_MORE: Final = lazy(r"(?= ?[.,;)]|\Z| (?:and|but|by|as|with|to|for|at|when|after|because|on|in)\b)")
# A passive, or a participle in apposition: "the club, founded in".
_PASSIVE: Final = lazy(
    r"(?:\b(?:was|were|been|is|are|being|got)(?: [a-z]+ly| first| later| also| finally| then)? |, |\A|\()\Z"
)
_OBJECT: Final = lazy(r" (?:the|a|an|its|his|her|their|this|that|another|[a-z]+s)\b(?<! his)(?<! as)(?<! s)")


def _befalls(verb: str, tail: str, *, passive: bool) -> bool:
    """Whether a step befalls its subject, and is not what the subject does to something else."""
    if verb.split(maxsplit=1)[0] in DONE:
        return passive
    return verb not in BOTH or passive or _OBJECT.match(tail) is None


def _led(said: Telling) -> Iterator[Happening]:
    hit = _LED.search(said.text)
    if hit is None or _OTHER_CLAUSE.search(hit["subject"]) or _UNSURE.search(hit["subject"]):
        return
    after = _NOTHING_MORE.match(said.text, hit.end())
    passive = _PASSIVE.search(said.text, 0, hit.start("verb")) is not None
    if after is None or not _befalls(hit["verb"], "", passive=passive):
        return
    time, subject = said.time(hit["a"]), _subject(hit["subject"] + " ")
    if time.period is not None and subject:
        end = said.origin(hit.end("verb"))
        yield Happening(hit["verb"], VERBS[hit["verb"]], subject, time, time.start, end)


def _ago(lapse: Lapse, now: Moment | None) -> Time | None:
    if now is None or not now.whole:
        return None
    today = now.day.toordinal()
    return Time(lapse.start, lapse.end, "year", Period(today - lapse.days.high, today - lapse.days.low))


def _is_joined(between: str) -> bool:
    """Whether a verb has the subject of the one before: nothing lies between them but a conjunction, or an aside and one."""
    aside = _ASIDE.match(between)
    return _JOINED.match(between[aside.end() - 1 if aside else 0 :].replace(",,", ",")) is not None or (
        aside is not None and _JOINED.match(between[aside.end() :]) is not None
    )


def _subject(before: str) -> str:
    """The noun phrase right before a verb, without its article; empty if it is not sure."""
    clause = re.split(r"@t\d+@|[;:()“”\"—–]|, (?!which|who)|(?:^|,) ?(?:and|but|while) ", before)[-1].strip(" ")
    found = _SUBJECT.fullmatch(clause + " ")
    if found is None:
        return ""
    return re.sub(r"^(?:the|a|an) ", "", found["subject"])
