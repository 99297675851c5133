"""Code, sessions and drawings that nothing marks as such."""

from __future__ import annotations

import pytest

from newslint.article.listings import is_listing


@pytest.mark.parametrize(
    "block",
    [
        "$ whatis mv",
        "ann@brell:~$ sudo winch --up",
        "[root@brell /srv]# ls -l",
        "C:\\boats> dir",
        "mysql> select name from boats;",
        ">>> print(boats)",
        "PS C:\\boats> Get-Winch -Name old",
        "if (boat == NULL) { return -1; }",
        "for b in $BOATS; do echo $b; done",
        "winch = Winch(rope); winch->lift(); boats::sail();",
        "<-- prev | next --> | up || down",
        "/[a-z]+\\s(\\w+)\\|(?:boat){2}/ && $x = {};",
    ],
)
def test_listings(block: str) -> None:
    assert is_listing(block)


@pytest.mark.parametrize(
    "block",
    [
        "$5 million was paid for the pier.",
        "# Ferries",
        "The winch costs $5 (or £4); the rope is free (it is old).",
        "Sailing -- and nothing else -- was what they did -- in May.",
        "x = 1 is what the sign said, and y = 2 below it.",
        "Call lift() and then lower() with the name of the boat in it.",
        "Lee 4 | Roe 5 | Dunn 6",
        "> The mayor wrote it.",
        "5% of all boats",
        "ann@brell.example wrote to us",
        "C: the winch is old",
        "[Laughs] Well {sic}, the boats = the town.",
    ],
)
def test_prose_with_signs(block: str) -> None:
    assert not is_listing(block)
