"""The forms in which a sentence says right beside a time that it is still to come, or past, as patterns of its telling."""

from __future__ import annotations

from typing import Final

from newslint.knowledge.facts.telling import TIME, any_of
from newslint.patterns import lazy

_A: Final = TIME.format("a")
PARTICIPLE: Final = (
    "(?:[a-z-]{3,}(?:ed|en|wn)|"
    + any_of(
        "built, held, shut, put, cut, set, sold, made, paid, sent, left, lost, begun, brought, bought, told, read, done, rebuilt, "
        "sworn, drawn"
    )
    + ")"
)
_TO: Final = any_of(
    "is, are, is due, are due, is set, are set, is expected, are expected, is scheduled, are scheduled, is slated, are slated, "
    "is planned, are planned, is likely, is going, are going, intends, intend, expects, expect, aims"
)
# Nouns unless something other than an article, a possessive or an adjective goes before.
_PLANS: Final = (
    "".join(
        f"(?<!{word} )"
        for word in "its his her their the 's of any no new for and on about with these those s'".split()
    )
    + "(?:plans|hopes)"
)
_ADVERB: Final = any_of("not, now, also, then, only, again, finally, formally, officially, probably, first, once more")
_WILL: Final = rf"(?<!said )(?<!that )(?:(?:will|'ll|{_TO} to|{_PLANS} to)(?: {_ADVERB})?)"
_INTRANSITIVE: Final = any_of(
    "open, reopen, close, begin, start, end, finish, return, expire, arrive, retire, resign, resume, air, premiere, launch, meet, "
    "sail, depart, take effect, come into force, come into effect, take place, go on sale, go ahead, go to trial, stand trial, "
    "step down, happen, play, land, fall, run out, come out, be in place, be ready, be over, be released, be open, be complete, "
    "be available, be back, be there, be held, be out, vote, appear, go live, go to the polls, leave, run, take over, join"
)
_TRANSITIVE: Final = any_of(
    "open, build, launch, replace, complete, finish, hold, host, stage, close, move, introduce, publish, release, start, begin, "
    "double, cut, raise, hire, ban, phase out, end, leave, join, restore, buy, sell, add"
)
_OBJECT: Final = (
    r"(?: (?:the|a|an|its|his|her|their|all|another|some|more|\d+)(?: (?!of|in|at|on|from|that|who|which)[a-z-]+){1,3})"
)
_STILL: Final = any_of(
    "back, again, there, here, for good, early, late, next, only, to the public, its doors, in full, as planned"
)
_AT: Final = (
    rf"(?: {_STILL})?,? "
    + any_of("in, by, on, from, until, before, during, at the end of, by the end of, as early as, no later than")
    + " (?:the )?"
)
# After a time that is not said of a noun ("based on 2019 returns").
_SHUT: Final = (
    r"(?= ?[,.;:)–—]|\Z| (?:and(?! @)|but|when|after|as|with|at|in|for|if|because|unless|following|so|or(?! @)|"
    r"under|to|than|by)\b)"
)
_WAITING: Final = any_of("due, scheduled, expected, planned, slated, pencilled in, booked, set")
_FOR: Final = (
    "(?: for| to "
    + any_of("take place, be held, be ready, begin, start, open, end, finish, return, be finished, be completed, last")
    + ")?"
)
_ON: Final = any_of("open, closed, shut, valid, available, on show, on display, on sale, suspended, banned, under way")
COMING: Final = (
    # will be opened in; is to reopen by
    lazy(
        rf"\b{_WILL} (?:be (?:[a-z]+ly )?{PARTICIPLE}(?: (?:by|with) [a-z -]{{2,30}}(?<!ed))?|{_INTRANSITIVE}){_AT}{_A}{_SHUT}"
    ),
    # plans to build a second bridge by
    lazy(rf"\b{_WILL} {_TRANSITIVE}{_OBJECT},? (?:in|by|on|by the end of|no later than) {_A}{_SHUT}"),
    # is due in; is scheduled to be finished in
    lazy(rf"\b(?:is|are) (?:now |still |currently )?{_WAITING}{_FOR},? (?:in |by |on |from |for )?{_A}{_SHUT}"),
    # is closed until; runs until
    lazy(
        rf"\b(?:(?:is|are|remains?|stays?) {_ON}|(?:exhibition|show|festival|strike|offer|sale|ban|closure) runs)"
        rf"(?: until| through| till) {_A}{_SHUT}"
    ),
    # the next election, in
    lazy(
        rf"\b(?:the|its|their|his|her) next (?:[a-z-]+ ){{0,2}}[a-z]+(?:,| is| will be| falls| comes) (?:in|on) {_A}{_SHUT}"
    ),
)
_ACTIVE: Final = any_of(
    "opened, closed, died, began, started, ended, left, joined, won, lost, fell, rose, founded, retired, resigned, married, moved, "
    "bought, sold, took office, came to power, arrived, collapsed, sank, burned, crashed, launched, built, took place, took effect"
)
_WHEN: Final = r"(?:in|on|during)"
GONE: Final = (
    # was opened in; which closed on
    lazy(
        rf"(?:\b(?:was|were|had been)(?: [a-z]+ly)? {PARTICIPLE}|\b(?:which|who|it|he|she|they)(?: [a-z]+ly)? {_ACTIVE})"
        rf"(?: [a-z]+)? {_WHEN} {_A}{_SHUT}"
    ),
    # has been shut since
    lazy(
        rf"\b(?:has|have|'s|'ve) (?:[a-z]+ )?(?:been|had|led|held|lived|worked|served|run|risen|fallen|doubled|halved)\b"
        rf"[^@.;:]{{0,50}} since {_A}{_SHUT}"
    ),
    # built in, the
    lazy(rf"(?:\A|, )(?:{_ACTIVE}|{PARTICIPLE}) in {_A},"),
)
ARRANGED: Final = lazy(
    r"\b"
    + any_of(
        r"scheduled?, planned, due, set, expected, slated, supposed, meant, intended, postponed, delayed, moved, extended, pushed, "
        r"dated, booked, forecast\w*, predicted, projected, proposed, allocated, earmarked, budgeted, needed, required, promised, "
        r"delivered, offered, nominated, chosen, selected, picked, invited, signed up, contracted, reserved, listed, called, "
        r"billed, "
        r"updated, amended, edited, clarified, republished, reposted, corrected, revised, said, told, announced"
    )
    + r"\b"
)
UNREAL: Final = lazy(
    r"\b"
    + any_of(
        r"would, if, could, might, may, imagine\w*, novel, films?, movies?, fiction\w*, series, drama, play, story, "
        r"game, book, future, dystopi\w+, predict\w*, forecast\w*, project\w*, model\w*, scenario, will, by then, timeline, "
        r"fiscal, "
        r"financial, season, school year, academic, set to, due to, to be, next, must, should, until"
    )
    + r"\b"
)
