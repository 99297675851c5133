"""Mojibake of every code page, its exact spans, and what is none."""

from __future__ import annotations

import random

import pytest

from newslint.knowledge import mojibake
from newslint.knowledge.mojibake import find

LETTERS = ["café", "Köln", "São", "£5", "naïve", "Łódź", "señor", "Ålesund", "it’s", "“yes”", "–", "—", "…"]


def damaged(word: str, encoding: str) -> str:
    return word.encode().decode(encoding, "replace")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1250", "cp1254", "mac-roman", "cp437"])
@pytest.mark.parametrize("word", LETTERS)
def test_every_code_page(word: str, encoding: str) -> None:
    wrong = damaged(word, encoding)
    if "\ufffd" in wrong or (encoding == "cp437" and not word.isalpha()):
        pytest.skip("bytes are lost")
    text = f"The mayor saw {wrong} here, he said."
    [found] = find(text)
    assert text[: found.start] + found.repair + text[found.end :] == f"The mayor saw {word} here, he said."


def test_twice_decoded() -> None:
    text = f"The {damaged(damaged('café', 'cp1252'), 'cp1252')} closed."
    [found] = find(text)
    assert found.repair == "café"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("A record â€“ of sorts â€“ fell.", ["â€“", "â€“"]),
        ("She said (cafÃ©), “KÃ¶ln”.", ["cafÃ©", "KÃ¶ln"]),
        ("It is sold Ã\xa0 la carte.", ["Ã\xa0"]),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€", ["ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€"]),
        ("Acmeâ„¢ and ItΓÇÖs and ├⌐tude and K├╢ln.", ["Acmeâ„¢", "ItΓÇÖs", "├⌐tude", "K├╢ln"]),
        ("â€œWe came,â€ she said.", ["â€œWe", "came,â€"]),
        ("The caf√© and the café.", ["caf√©"]),
    ],
)
def test_spans(text: str, spans: list[str]) -> None:
    assert [text[found.start : found.end] for found in find(text)] == spans


def test_a_lost_byte_leaves_no_suggestion() -> None:
    [found] = find("The SlovenÄ\ufffdina page.")
    assert found.repair == ""


@pytest.mark.parametrize(
    "text",
    [
        "Œuvre, œuvres, Ørsted, Île, Âge, ÉTÉ, AMANHÃ, CAFÉ’S, «été», “É”, ½”, 5°C, €5–€6, £5—£6",
        "Ελλάδα «όχι», Россия — «да», Việt Nam: “Ừ”, فارسی",
        "Dvořák’s “Ať žije” (1901)…",
        "┌──┬──┐ ¯\\_(ツ)_/¯ ( ͡° ͜ʖ ͡°)",
    ],
)
def test_sound(text: str) -> None:
    assert not list(find(text))


def test_what_ftfy_calls_bad_is_looked_at() -> None:
    from ftfy import fix_encoding

    odd = [
        chr(code) for code in (*range(0x80, 0x180), *range(0x386, 0x3CE), *range(0x401, 0x45F), *range(0x2010, 0x203B))
    ]
    odd += "˘ˇ˛˝˜ˆƒ€™√∂∆≈≤≥┬├╢╔░█"
    dice = random.Random(7)
    for _ in range(20_000):
        text = "".join(
            dice.choice(odd) if dice.random() < 0.6 else dice.choice('abz AZ.,"') for _ in range(dice.randint(2, 5))
        )
        if not mojibake._SUSPECT.search(text):
            assert fix_encoding(text) == text
