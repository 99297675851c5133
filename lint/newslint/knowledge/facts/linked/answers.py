"""Answers to one question that make more than all who were asked: `62% were dissatisfied, 31% satisfied and 12% had no opinion`.

That the shares are of one question is clear where the last of them is what remains: no opinion, undecided, abstained.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.knowledge.facts.linked.clash import Clash, spans
from newslint.knowledge.numbers import shown
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.knowledge.facts.figures.shapes import Shape

_REST: Final = (
    r"(?:had no (?:opinion|view|preference|answer|party)|no (?:opinion|preference|answer|view)|undecided|unsure|uncertain|"
    r"not sure|neutral|"
    r"(?:do not|don't|did not|didn't) (?:know|answer|vote|care|say|have)|(?:no|not) sure|neither|abstain\w*|indifferent|"
    r"were not sure|"
    r"could not (?:say|decide)|spoil\w*|would not (?:say|vote)|declined to|refused to|gave no|made no|saw no (?:change|difference)|"
    r"(?:stayed|remained|was|were) (?:the same|unchanged)|no (?:change|difference)|independents?|others?|something else|none of)"
)
_FORM: Final = lazy(rf"@p\d+@[^@;]{{1,90}}?\b{_REST}\b")
_GROUPS: Final = lazy(
    r"\b(?:up|down|from|compared|versus|more|less|fewer|higher|lower|also|multiple|more than one|either|both|points?|rose|"
    r"fell|increase\w*|"
    r"among|women|men|those (?:aged|over|under)|aged|older|younger|each|last (?:year|month)|earlier|previous\w*|margin|turnout)\b"
)
_OF: Final = lazy(r"@p\d+@ of ")  # two of them are shares of two groups
_LEAST: Final = 3
_MOST: Final = 145.0


def read(shape: Shape) -> Iterator[Clash]:
    """The answers of a sentence that make more than all."""
    if shape.text.count("@p") < _LEAST or _GROUPS.search(shape.text):
        return
    if _FORM.search(shape.text) is None or len(_OF.findall(shape.text)) > 1:
        return
    parts = [one for one in shape.all_of(shape.text) if one.kind == "percent"]
    if any(one.number.hedge in ("over", "under") or one.change or one.ranged or one.quoted for one in parts):
        return
    made, slack = sum(one.value for one in parts), sum(one.number.step for one in parts) / 2
    rough = _ROUGH * sum(one.number.hedge != "" for one in parts)
    if 100 + max(slack, _SLACK) + rough < made <= _MOST:
        yield Clash("answers", parts[-1].span, spans(*parts[:-1]), shown(made, 2))


_SLACK: Final = 1.0
_ROUGH: Final = 2.0  # what "some 40%" adds
