"""Counts of one thing, lists, sets and parts: neighbours in other words, and the right halves of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding

    Lint = Callable[..., tuple[Finding, ...]]

# Each text has {} where a count is said again: with the first figure it is right, with the second wrong.
SAME = [
    (
        "Fire destroys 24 homes\n\nA fire went through the estate on Sunday.\n\nThe council said {} houses had burnt down.",
        "24",
        "42",
    ),
    (
        "Nine dead in ferry fire\n\nA ferry burnt off Orr on Sunday.\n\nThe fire killed {} people, the navy said.",
        "nine",
        "seven",
    ),
    (
        "More than 60 dead in quake\n\nA quake struck Orr on Sunday.\n\nThe death toll stands at {}, the ministry said.",
        "64",
        "38",
    ),
    (
        "Bank closes 18 branches\n\nThe bank said on Monday that it would leave the islands.\n\nIn all {} branches will close by May.",
        "18",
        "16",
    ),
    (
        "Ferry sinks off Orr\n\nPolice arrested 14 dockers on Sunday after the sinking.\n\nThe {} dockers will appear in court.",
        "14",
        "15",
    ),
    (
        "Trial opens\n\nThe firm poisoned 318 sheep, the court heard.\n\nAll {} sheep had grazed by the river.",
        "318",
        "381",
    ),
    (
        "Pupils sent home\n\nThe school sent 31 pupils home on Monday.\n\nNone of the {} pupils was ill, the head said.",
        "31",
        "13",
    ),
    ("Choir wins\n\nThe choir of Orr has 43 singers.\n\nAll {} singers will go to Lund in May.", "43", "34"),
    ("Strike ends\n\nThe strike in Orr stopped six trains.\n\nThe {} trains were old.", "six", "five"),
    (
        "Queues\n\nThe island town of Orr has 640 voters.\n\nThe island town has {} voters and a polling station.",
        "640",
        "460",
    ),
    (
        "Gale sinks seven boats\n\nA gale struck the harbour of Orr.\n\nThe harbour master said that {} vessels went down.",
        "seven",
        "eight",
    ),
    (
        "Council sits for nine hours\n\nThe council of Orr passed its budget after a sitting of {} hours, the clerk of Orr said.",
        "nine",
        "seven",
    ),
    ("Orr buys bridge for $84m\n\nThe town of Orr buys the old bridge for ${} million, the mayor said.", "84", "48"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), SAME)
def test_two_counts_of_one_thing(lint: Lint, text: str, right: str, wrong: str) -> None:
    assert not lint("consistency.number-mismatch-loose", text.format(right))
    assert len(lint("consistency.number-mismatch-loose", text.format(wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A quake struck Orr.\n\nIt killed 38 people.\n\nAt first the ministry had put the toll at 35.",
        "A quake struck Orr.\n\nIt killed 38 people in Orr.\n\nIn 2003 a quake killed 112 people in Sele.",
        "Police held 14 dockers.\n\nAnother 12 dockers were held in Sele.",
        "The firm has 318 welders.\n\nOf the welders, 120 live in Orr.",
        "The fire destroyed 24 homes.\n\nThe mayor said: “The 42 homes were old.”",
        "Nine dead in fire\n\nNine people died.\n\nThe fire injured seven people.",
        "About 1,900 patients were moved.\n\nThe 1,904 patients will be told.",
        "At least 12 people died in the fire.\n\nThe 14 people who died were guests.",
        "The yard built 12 boats in 2019.\n\nThe 14 boats of 2020 were smaller.",
        "The 12 sheep were sold.\n\nThe first 10 sheep went to Orr.",
        "Between 10 and 12 boats sank.\n\nThe 11 boats were insured.",
        "A third of the 90 pupils were ill.\n\nThe 30 pupils were sent home.",
    ],
)
def test_counts_that_something_tells_apart(lint: Lint, text: str) -> None:
    assert not lint("consistency.number-mismatch-loose", f"Report from the islands\n\n{text}")


LISTS = [
    ("The flood cut off {} districts: Orr, Lund, Sele and Tarn.", "four", "three"),
    ("The prize went to {} writers — Ana Lund, Tom Orr and Ida Berg — in a draw.", "three", "four"),
    ("{} ministers (Ana Lund, Tom Orr and Ida Berg) have resigned.", "Three", "Two"),
    ("The board has {} aims: the repair of the roof, the sale of the farm and the purchase of a boat.", "three", "two"),
    ("The {} finalists at Orr on Friday, from left: Lund, Orr, Berg, Holm and Roy.", "five", "six"),
    ("The {} dead were Ana Lund, 31, Tom Orr, 40, and Ida Berg, 22.", "three", "four"),
    ("Talks were held by {} countries, Alba, Brega and Corda.", "three", "four"),
    ("Trains stop at {} stations: Orr, Lund and Sele.", "three", "two"),
    ("All {} judges were named as Ana Lund, Tom Orr and Ida Berg.", "three", "two"),
    ("The report names {} lakes: Orr, Lund, Sele, Tarn and Holm.", "five", "four"),
    ("The mayor gave {} reasons: the cost, the noise and the smell.", "three", "two"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), LISTS)
def test_a_list_and_its_count(lint: Lint, text: str, right: str, wrong: str) -> None:
    assert not lint("consistency.list-count", f"Report\n\n{text.format(right)}")
    assert len(lint("consistency.list-count", f"Report\n\n{text.format(wrong)}")) == 1


SETS = [
    ("Three climbers are missing. The {} had set out on Friday.", "three", "four"),
    ("The pact was signed by Alba, Brega and Corda. {} countries must ratify it.", "All three", "Both"),
    ("Nine men were tried in Orr. All {} were cleared.", "nine", "eight"),
    ("Two boats left Orr on Sunday. {} boats are missing.", "Both", "All three"),
    ("Four sisters own the mill. The {} have put it up for sale.", "quartet", "trio"),
    ("Five judges heard the case. All {} judges agreed.", "five", "six"),
    ("The court heard that she wrote 41 cheques. All {} were signed by her husband.", "41", "14"),
    ("Three brothers run the farm. The {} said they would not sell.", "three", "two"),
    ("The town has six schools. All {} will close for the day.", "six", "five"),
    ("Seven dogs were found. All {} have been given a home.", "seven", "eight"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), SETS)
def test_a_set_that_is_taken_up(lint: Lint, text: str, right: str, wrong: str) -> None:
    assert not lint("consistency.set-count", f"Report\n\n{text.format(right)}")
    assert len(lint("consistency.set-count", f"Report\n\n{text.format(wrong)}")) == 1


PARTS = [
    ("Only two of the nine wells give water; the other {} are dry.", "seven", "eight"),
    ("Nine of the crew of 12 were saved. The other {} are missing.", "three", "two"),
    ("Of its fleet, three of the 14 boats are at sea and the remaining {} in port.", "11", "12"),
    ("One of her four sons is a priest; the other {} farm.", "three", "four"),
    ("Six of the ten seats went to the Greens, and the other {} to the Liberals.", "four", "five"),
    ("The council voted 6-3 for the plan.\n\n{} members voted against it.", "Three", "Four"),
    ("The court ruled by 5-4.\n\nThe {} dissenting judges wrote opinions.", "four", "three"),
    ("The council voted 7-2 for the plan.\n\nAda Lund, who voted against with {} colleague, left.", "one", "one"),
    ("The third act of the {}-act play is short.", "four", "two"),
    ("She wrote the fifth chapter of the book, which has {} chapters.", "nine", "four"),
    ("Five of 12 jurors are women and the other {} are men.", "seven", "six"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PARTS)
def test_parts_of_a_whole(lint: Lint, text: str, right: str, wrong: str) -> None:
    assert not lint("consistency.part-count", f"Report\n\n{text.format(right)}")
    if right != wrong:
        assert len(lint("consistency.part-count", f"Report\n\n{text.format(wrong)}")) == 1
