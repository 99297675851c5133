"""Courses: steps that come in a fixed order: of a life, an office, a building, a case, a law; and the verbs that name them."""

from __future__ import annotations

from typing import Final

# Of each course the steps in order, each with its verbs. What another step may follow as well as precede is left out.
COURSES: Final[dict[str, tuple[str, ...]]] = {
    "life": (
        "born",
        "raised, educated, enrolled, graduated, married, wed, emigrated, enlisted, elected, appointed, took office, took charge, "
        "joined, hired, resigned, retired, stepped down, left, re-elected, moved, opened, founded, won, became, arrested, "
        "sentenced, jailed",
        "died, passed away, drowned",
    ),
    "office": (
        "elected, appointed, sworn in, took office, took over, took charge, came to power, joined, hired, crowned, named",
        "re-elected, reelected, reappointed",
        "resigned, retired, stepped down, left, sacked, ousted, dismissed, deposed, abdicated, quit, fired",
    ),
    "building": (
        "proposed, commissioned, designed",
        "begun, started",
        "built, completed, finished, erected",
        "opened, inaugurated, consecrated",
        "closed, closed down, closed for good, shut, shut down, shuttered",
        "demolished, torn down, razed, knocked down, pulled down, scrapped",
    ),
    "case": (
        "arrested, detained",
        "tried, stood trial",
        "convicted, found guilty, acquitted, cleared",
        "sentenced, jailed, imprisoned",
        "released, freed, paroled",
    ),
    "charge": ("arrested", "charged"),
    "law": (
        "drafted, proposed, introduced, tabled, debated",
        "passed, adopted, enacted, approved",
        "took effect, came into force, came into effect, entered into force",
        "repealed, struck down, abolished, overturned, scrapped",
    ),
    "firm": (
        "founded, established, set up, formed, incorporated",
        "acquired, bought, taken over, sold, nationalised, privatised, listed",
        "dissolved, wound up, liquidated, collapsed, folded",
    ),
    "event": ("began, started, broke out, erupted", "ended, finished, concluded"),
    "product": (
        "announced, unveiled",
        "launched, released, went on sale",
        "recalled, withdrawn, discontinued",
    ),
    "ship": ("laid down", "launched", "commissioned", "sank, sunk, decommissioned, scuttled, wrecked"),
    "search": ("disappeared, vanished, went missing", "found, found dead"),
    "treaty": ("negotiated", "signed", "ratified"),
}
# The ends of a life: everything else lies between them, however often it happens.
ENDS: Final = frozenset(("born", "died"))
ALIVE: Final = ("life", 1)
# What nothing of one kind goes before: a hotel may open after it has closed, but is not built then.
FIRST: Final = frozenset("born founded established incorporated built erected".split())
# What can happen to one and the same thing only once.
ONCE: Final = frozenset(
    "born died founded established incorporated inaugurated consecrated demolished razed opened built".split()
)
# What is done to somebody or something: its subject has it done only in the passive.
DONE: Final = frozenset(
    "arrested detained tried convicted acquitted cleared sentenced jailed imprisoned released freed paroled charged elected "
    "appointed hired crowned named reappointed sacked ousted dismissed deposed fired proposed commissioned designed begun built "
    "completed finished erected inaugurated consecrated demolished razed scrapped drafted introduced tabled debated passed adopted "
    "enacted approved repealed abolished overturned founded established formed incorporated acquired bought sold nationalised "
    "privatised listed dissolved liquidated announced unveiled released recalled withdrawn discontinued laid sunk decommissioned "
    "scuttled wrecked found negotiated signed ratified educated born".split()
)
# What something does by itself, or somebody to something else: then an object follows.
BOTH: Final = frozenset(
    "opened closed shut started began ended launched collapsed folded finished concluded married left".split()
)
_STEPS: Final = (
    (word, (course, rank))
    for course, steps in COURSES.items()
    for rank, words in enumerate(steps)
    for word in words.split(", ")
)
VERBS: Final[dict[str, tuple[tuple[str, int], ...]]] = {}
for _word, _step in _STEPS:
    VERBS[_word] = (*VERBS.get(_word, ()), _step)
