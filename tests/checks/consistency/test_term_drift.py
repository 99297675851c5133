"""term-drift: definite nouns and names whose noun changes, and what looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

RULE = "consistency.term-drift"


@pytest.mark.parametrize(
    ("first", "later", "wrong"),
    [
        ("The charity was given a loan of £40,000 in May.", "The grant must be spent by March.", "grant"),
        ("An inquest into the death of the climber opened.", "The trial is expected to last four days.", "trial"),
        ("A helicopter with six oil workers came down on Friday.", "The glider had left Port Aske at noon.", "glider"),
        ("Members passed a bill on second homes.", "The treaty goes to a vote in May.", "treaty"),
        ("A museum in Halden has bought a painting for £2m.", "The sculpture will go on show in June.", "sculpture"),
        ("Dockers began a strike over pay on Monday.", "The lockout is in its third day.", "lockout"),
        ("A tanker ran aground on Sunday.", "Crews spent the night pumping oil from the trawler.", "trawler"),
        ("A lion escaped from the zoo on Tuesday.", "The leopard was caught in a garden at noon.", "leopard"),
        ("She won the prize for a novel about a keeper.", "The play took her nine years.", "play"),
        ("The firm plans a tunnel under the estuary.", "Critics say that the bridge would cost £2bn.", "bridge"),
        ("The submarine Orca left port on Monday.", "The frigate Orca will be away for six months.", "frigate"),
        ("The ferry Lady Ann was late.", "Nobody was hurt on board the tanker Lady Ann.", "tanker"),
        ("Growers in Larne County lost half their apples.", "Frost is rare in Larne Parish.", "Larne Parish"),
        ("Ash, Larne and Kell provinces are dry.", "Frost is rare in Larne district.", "Larne district"),
    ],
)
def test_one_thing_by_two_nouns(matches: Callable[..., list[str]], first: str, later: str, wrong: str) -> None:
    text = f"News from the coast\n\n{first} Many people came.\n\nThe mayor was pleased. {later}\n"
    assert matches(RULE, text) == [wrong]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("The charity was given a loan and a grant in May.", "The grant must be spent by March."),
        ("The charity was given a loan of £40,000 in May.", "The grant that it had in 2012 is spent."),
        ("The charity was given a loan of £40,000 in May.", "Grants are spent by March."),
        ("The charity was given a loan of £40,000 in May.", "The grant scheme closed in March."),
        ("The charity was given a loan of £40,000 in May.", "“The grant must be spent,” she said."),
        ("A helicopter and a glider collided on Friday.", "The glider had left Port Aske at noon."),
        ("A dog bit a boy on Monday.", "He had let the cat out."),
        ("The submarine Orca left port on Monday.", "The frigate Amity will be away for six months."),
        ("A lion escaped from the zoo on Tuesday.", "It was moved to the zoo, not the leopard house."),
        ("The trial of the two men opened on Monday.", "The judge told the jury to be quick."),
        ("A hurricane hit the coast on Monday.", "The flood was two metres deep."),
        ("Ash province is dry.", "The Velm district is wet."),
    ],
)
def test_two_things(matches: Callable[..., list[str]], first: str, later: str) -> None:
    assert not matches(RULE, f"News from the coast\n\n{first} Many people came.\n\nThe mayor was pleased. {later}\n")
