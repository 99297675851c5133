"""British spellings and the American ones under which they are counted, derived from the corpus itself.

A rule proposes the American form; it is accepted if clean news uses that form at least as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_RULES = [
    (re.compile(r"is(e[drs]?|ers|ing|ingly|ation|ations|ational|able)$"), r"iz\1"),
    (re.compile(r"ys(e[drs]?|ers|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z][bdglmnprtv])our"), "or"),
    (re.compile(r"(?<=[aeiou])([bmst]|nt|st|ct|gg|uv|bb)re(s?)$"), r"\1er\2"),
    (re.compile(r"(?<=[aeiou][a-z])([aeiou])ll(ed|er|ers|ing|ings|ist|ists|ous)$"), r"\1l\2"),
    (re.compile(r"(?<=[a-z]{2})([aeiou])ll(ed|er|ers|ing|ings|ist|ists|ous)$"), r"\1l\2"),
    (re.compile(r"fence(s|less)?$"), r"fense\1"),
    (re.compile(r"sceptic"), "skeptic"),
    (re.compile(r"(?:ae|oe)(?=[a-z]{4})"), "e"),
    (re.compile(r"geing$"), "ging"),
    (re.compile(r"mould"), "mold"),
    (re.compile(r"plough"), "plow"),
    (re.compile(r"grey"), "gray"),
]
_SINGLE = dict(
    pair.split("=")
    for pair in """
    afterwards=afterward aeroplane=airplane aeroplanes=airplanes aluminium=aluminum amongst=among artefact=artifact
    artefacts=artifacts catalogue=catalog cosy=cozy draught=draft draughts=drafts dreamt=dreamed enquiries=inquiries
    enquiry=inquiry enrol=enroll fulfil=fulfill fulfilment=fulfillment furore=furor jewellery=jewelry judgement=judgment
    judgements=judgments kerb=curb learnt=learned licence=license licences=licenses manoeuvre=maneuver
    manoeuvres=maneuvers manoeuvring=maneuvering maths=math moustache=mustache mum=mom mums=moms omelette=omelet
    practise=practice practised=practiced practising=practicing pretence=pretense programme=program programmes=programs
    pyjamas=pajamas skilful=skillful spelt=spelled spoilt=spoiled storey=story storeys=stories sulphur=sulfur
    towards=toward travelling=traveling tyre=tire tyres=tires vigour=vigor whilst=while wilful=willful yoghurt=yogurt
    backwards=backward forwards=forward burnt=burned leapt=leaped dialogue=dialog cheque=check cheques=checks
    """.split()
)
_MIN_LETTERS = 5
_MIN_COUNT = 20
_OLD_SHARE = 0.5  # of two regular words (`filled`, `filed`) neither is a spelling of the other


_IZE = re.compile(r"([iy])z(?=e[drs]?$|ers$|ing$|ingly$|ations?$|able$)")


def american_spellings(words: Iterable[str], counts: Mapping[str, int]) -> dict[str, str]:
    """British form → American form, for the given words in lower case, in alphabetical order."""
    found = {}
    candidates = set(words)
    candidates |= {_IZE.sub(r"\1s", word) for word in candidates if counts.get(word, 0) >= _MIN_COUNT}
    for word in sorted(candidates):
        other = _SINGLE.get(word) or _by_rule(word, counts)
        if other and counts.get(other, 0) >= _MIN_COUNT:
            found[word] = other
    return {
        word: found.get(other, other) for word, other in found.items() if other not in found or found[other] != word
    }


def _by_rule(word: str, counts: Mapping[str, int]) -> str | None:
    if len(word) < _MIN_LETTERS:
        return None
    other = word
    for pattern, form in _RULES:
        changed = pattern.sub(form, other)
        if counts.get(changed, 0) or changed == other:
            other = changed
    if other != word and counts.get(word, 0) <= _OLD_SHARE * counts.get(other, 0):
        return other
    return None
