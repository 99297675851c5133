"""How well some words are known beside one another."""

from newslint.spun.neighbours import Attested, attested

TEXT = "It will take more than a few weeks. It will take more that a few weeks."


def test_what_news_writes_is_known_and_what_it_does_not_is_unknown() -> None:
    known = attested(TEXT, TEXT.index("than"), TEXT.index("than") + 4)
    slip = attested(TEXT, TEXT.index("that"), TEXT.index("that") + 4)
    assert known.pair > slip.pair
    assert known.triple > slip.triple


def test_a_stretch_without_words_is_unknown() -> None:
    assert attested("a  b", 1, 2) == Attested(0.0, 0.0)
    assert attested("", 0, 0) == Attested(0.0, 0.0)
    assert attested("bridge", 0, 6) == Attested(0.0, 0.0)
