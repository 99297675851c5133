"""Nouns that newspapers use for one thing: `homes` and `houses`, `firms` and `companies`; and kinds of people.

A class is what later sentences may call the same ones for variety; it is no thesaurus. Words are singulars in lower case.
"""

from __future__ import annotations

from typing import Final

# One class a line; the first word names it.
_CLASSES: Final = """
home house property dwelling residence household
flat apartment unit condo condominium
building structure block
company firm business enterprise
shop store outlet branch
job post position role redundancy
worker employee staffer staff workforce
country nation government capital
child kid youngster minor
student pupil schoolchild schoolboy schoolgirl undergraduate
soldier troops serviceman servicewoman servicemember trooper
officer police policeman policewoman constable
crew sailor crewman crewmember seaman mariner crewmate
passenger traveller traveler
plane aircraft jet airliner aeroplane airplane
car vehicle automobile
lorry truck
ship vessel boat
bullet round shot
militant insurgent rebel fighter jihadist gunman extremist
attacker assailant gunman
protester demonstrator protestor marcher
migrant refugee asylum-seeker
hostage captive
prisoner inmate detainee convict
film movie picture
song track tune
book title novel
dose jab vaccination vaccine
fire blaze wildfire bushfire
earthquake quake tremor
tornado twister
storm hurricane typhoon cyclone
cow cattle
hen chicken bird
tree
charge count
lawmaker legislator
mp parliamentarian
deputy legislator
senator
councillor councilor councilmember councilman councilwoman
juror
judge justice
voter elector
vote ballot
candidate contender nominee hopeful
finalist
contestant competitor entrant participant
player footballer
fan supporter spectator
guest attendee
visitor tourist holidaymaker
doctor physician medic
patient
climber mountaineer alpinist
hiker walker rambler
swimmer bather
survivor
victim
suspect
witness
teacher
nurse
miner
firefighter fireman
scientist researcher
volunteer
customer client shopper
investor shareholder
resident inhabitant villager townspeople islander local
person people individual soul human
day
win victory triumph
loss defeat
goal
title championship crown trophy
medal
painting canvas picture
village hamlet
town
province
county
island isle
school
hospital
street road
bridge
well
mine pit
farm
crime offence offense felony
law statute
rule regulation
proposal plan
meeting session sitting
"""
# Words for human beings: a count of any of them is a count of people.
_PEOPLE: Final = """
person adult man woman boy girl teenager teen teenage pensioner child kid baby infant toddler youngster brother sister
sibling son daughter parent mother father friend colleague neighbour neighbor relative worker employee student pupil
soldier officer sailor crew passenger militant attacker protester migrant refugee hostage prisoner inmate lawmaker mp
deputy senator councillor juror judge voter candidate finalist contestant player fan guest visitor tourist doctor
patient climber hiker swimmer survivor victim suspect witness teacher nurse miner firefighter scientist volunteer
customer resident civilian journalist reporter monk nun priest farmer fisherman driver pilot cyclist pedestrian
motorist skier diver dancer singer actor member staffer troops police villager local
"""
_CLASS: Final[dict[str, str]] = {}
for _line in _CLASSES.strip().splitlines():
    for _word in _line.split():
        _CLASS.setdefault(_word, _line.split()[0])
_HUMAN: Final = frozenset(_CLASS.get(word, word) for word in _PEOPLE.split())
# Heads that say what became of people, and not who they were.
STATES: Final = {
    "dead": "dead",
    "death": "dead",
    "fatality": "dead",
    "body": "dead",
    "corpse": "dead",
    "life": "dead",
    "injury": "hurt",
    "injured": "hurt",
    "wounded": "hurt",
    "casualty": "hurt",
    "survivor": "saved",
    "arrest": "held",
    "detainee": "held",
    "missing": "missing",
    "evacuee": "displaced",
    "homeless": "displaced",
    "infection": "infected",
    "case": "infected",
}
# Wholes that everybody knows: a count of some of them before means nothing.
FIXED: Final = frozenset({("state", 50.0), ("senator", 100.0), ("justice", 9.0)})
# Nouns that count time, money or measure, or name anything: two numbers of them need not be of one thing.
VAGUE: Final = frozenset(
    "year month week day night hour minute second time decade century mile metre meter foot inch acre pound dollar euro "
    "cent point "
    "percent other thing way part degree thousand million hundred dozen billion reason word step side one ton tonne gallon "
    "barrel liter litre kilometre kilometer yard quarter season term example kind type sort form level stage phase issue "
    "question "
    "problem factor area detail figure number item piece bit lot couple pair group set series row side end ".split()
)


def family(lemma: str) -> str:
    """The class of a noun: one word for all that mean the same in a news text."""
    return _CLASS.get(lemma, lemma)


def human(lemma: str) -> bool:
    """Whether a noun is one for people."""
    return family(lemma) in _HUMAN
