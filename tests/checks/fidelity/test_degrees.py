"""Times, shares and comparisons told another way are no damage; the same words turned round are."""

from __future__ import annotations

import pytest
from tests.checks.fidelity.test_articles import findings

from newslint.finding import Severity

SOURCE = """\
Brewery closes after fire

Fire broke out at the Holm brewery at 9.50 p.m. on Sunday, the brigade said, and 40 workers were led out. \
Sales at the taproom had been down by more than half since May.

Hop growers in the valley are less gloomy than brewers this year, said their chairman, Olaf Brandt.

Prosecutors allege that Jan Holt, 44, set the fire in the malt store.

“Nobody here is out of pocket yet,” Edda Lund told a hearing in Holm on Monday.
"""


def warned(article: str) -> list[str]:
    found = findings(f"Fire shuts brewery\n\n{article}\n", SOURCE)
    return [one.rule.partition(".")[2] for one in found if one.severity > Severity.INFO]


@pytest.mark.parametrize("said", ["nearly at", "a few minutes before", "towards", "by", "at almost", "not long before"])
def test_a_time_that_allows_for_the_source(said: str) -> None:
    assert not warned(
        f"Fire broke out at the Holm brewery {said} 10 p.m. on Sunday, the brigade said, and 40 workers were led out."
    )


@pytest.mark.parametrize(
    "article",
    [
        "Fire broke out at the Holm brewery shortly before 10 p.m. on Sunday, the brigade said, and 40 workers were led out.",
        "Fire broke out at the Holm brewery at about 10 p.m. on Sunday, the brigade said, and 40 workers were led out.",
        "Sales at the taproom have been less than half of what they were since May.",
        "Hop growers in the valley are more cheerful than brewers this year, said their chairman, Olaf Brandt.",
        "Jan Holt, 44, disputes that he set the fire in the malt store.",
        "Jan Holt, 44, has pleaded not guilty to setting the fire in the malt store.",
        "Edda Lund at Valley Trust told a hearing: “Nobody here is out of pocket yet.”",
    ],
)
def test_the_same_in_other_words(article: str) -> None:
    assert not warned(article)


@pytest.mark.parametrize(
    ("article", "rule"),
    [
        (
            "Fire broke out at the Holm brewery shortly after 10 p.m. on Sunday, the brigade said, and 40 workers were led out.",
            "time",
        ),
        ("Sales at the taproom had been down by less than half since May.", "negation"),
        (
            "Hop growers in the valley are more gloomy than brewers this year, said their chairman, Olaf Brandt.",
            "negation",
        ),
        ("Jan Holt, 44, set the fire in the malt store.", "hedge"),
        ("Olaf Brandt told a hearing: “Nobody here is out of pocket yet.”", "quotation-speaker"),
    ],
)
def test_the_same_words_turned_round(article: str, rule: str) -> None:
    assert warned(article) == [rule]
