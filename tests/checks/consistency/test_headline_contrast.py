"""headline-contrast: headlines that the first paragraph contradicts, and what looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

RULE = "consistency.headline-contrast"
MORE = "\n\nMore will be known next week. The weather was fine, and many people came to see it.\n"


@pytest.mark.parametrize(
    ("headline", "lede"),
    [
        (
            "Minister rejects call for inquiry into dam",
            "The minister has agreed to hold an inquiry into the failure of the dam.",
        ),
        ("Unemployment falls to 5.1%", "Unemployment rose to 5.1 per cent in June, the statistics office said."),
        ("Rovers lose to City in cup final", "Two late goals gave Rovers a 3-2 win over City in the cup final."),
        (
            "Jury finds nurse guilty of theft",
            "A nurse accused of theft was acquitted on Friday after a jury deliberated.",
        ),
        ("Library to close in March", "The library in Moss Street will stay open after the council found the money."),
        (
            "Union accepts pay offer",
            "Members of the union have voted by two to one to reject a pay offer of 4 per cent.",
        ),
        ("Climber found alive on Mount Orra", "A climber was found dead on Mount Orra on Sunday, police said."),
        ("School bans phones", "Pupils will be allowed to use their phones at lunch, the head teacher said."),
        ("Court overturns ban on net fishing", "The appeal court has upheld a ban on net fishing in the estuary."),
        ("Mayor stays on despite audit", "Mayor Lena Holt resigned on Monday after an audit."),
        ("Senate passes farm bill", "The Senate on Thursday voted down a farm bill that would have cut subsidies."),
        ("Company posts record profit", "Harbour Foods reported a record loss of £12m for the year to March."),
        ("Town votes to leave county", "Residents of Larch voted on Tuesday to remain in Ashby County."),
        ("Labour holds Easton", "The Greens have taken Easton from Labour in a by-election."),
        (
            "Museum buys lost Harding portrait",
            "The museum has sold a portrait by Anne Harding that was thought to be lost.",
        ),
        ("Gold hits record low", "Gold climbed to a record high of $2,410 an ounce on Friday."),
        ("Regulator clears merger of bus firms", "The authority has blocked the merger of two bus firms."),
        ("President did not sign treaty", "The president signed the treaty in private on Friday, an aide said."),
        ("Two arrested over art theft", "Nobody has been arrested over the theft of three paintings, police said."),
    ],
)
def test_opposites(matches: Callable[..., list[str]], headline: str, lede: str) -> None:
    assert len(matches(RULE, f"{headline}\n\n{lede}{MORE}")) == 1


@pytest.mark.parametrize(
    ("headline", "lede"),
    [
        ("City beat Rovers 3-2", "Rovers beat City 3-2 on Saturday to go top of the table."),
        ("Council sues builder", "A builder has sued the town council over a roof that it refused to pay for."),
        ("Teachers reject pay deal", "Nurses in three counties have rejected a pay deal worth 5 per cent."),
        ("Fire destroys school in Kell", "A fire that broke out at midnight destroyed a hospital in Kell."),
        (
            "France to send aid to flood victims",
            "Germany will send tents to the victims of the flood, its foreign ministry said.",
        ),
        ("Bus crash injures nine on coast road", "A tram crash on the coast road injured nine people on Tuesday."),
        ("Farmer jailed for fraud", "A fisherman who claimed grants for boats was jailed for fraud on Monday."),
        ("Festival moves to Tuesday", "The street festival has been moved to Thursday because of rain."),
    ],
)
def test_another_who_or_what(matches: Callable[..., list[str]], headline: str, lede: str) -> None:
    assert len(matches(RULE, f"{headline}\n\n{lede}{MORE}")) == 1


@pytest.mark.parametrize(
    ("headline", "lede"),
    [
        ("House passes farm bill", "The Senate has rejected a farm bill that the House passed in May."),
        ("Oil falls", "Oil rose on Monday morning but fell in the afternoon."),
        ("Union accepts pay offer", "The union, which rejected a pay offer in May, has accepted a new one."),
        ("Council approves plan", "The council could have rejected the plan, but did not."),
        ("Copper climbs as tin falls", "Copper climbed and tin fell on Tuesday."),
        ("Rovers beat City", "City were beaten by Rovers on Saturday."),
        ("City lose to Rovers", "Rovers beat City on Saturday."),
        ("Mayor may resign", "The mayor will stay, her office said."),
        ("Will the library close?", "The library will stay open."),
        ("Teachers reject pay deal", "Nurses joined teachers to reject a pay deal on Monday."),
        ("Shares rise after bank cuts rates", "Shares rose on Monday after the bank lowered interest rates."),
        ("French aid reaches flood victims", "Aid from France has reached the victims of the flood in Germany."),
        ("Plan approved after long fight", "After members had rejected it twice, the plan was approved on Monday."),
        ("Ministers back pay rise", "Ministers back a rise in pay that the treasury opposed."),
    ],
)
def test_what_looks_like_it(matches: Callable[..., list[str]], headline: str, lede: str) -> None:
    assert not matches(RULE, f"{headline}\n\n{lede}{MORE}")
