"""Which words are quoted: nested, over paragraphs, straight and curly, with marks lost."""

from __future__ import annotations

import pytest

from newslint.article.quotation import Quoted, quoted_lines, read
from newslint.article.segment import Segment


def segments(text: str) -> list[Segment]:
    out, start = [], 0
    for line in text.split("\n"):
        out.append(Segment("paragraph", start, start + len(line)))
        start += len(line) + 1
    return out


def quoted(text: str) -> list[str]:
    """The outermost quotations of a text of one paragraph a line."""
    return [text[q.start : q.end] for q in read(text, segments(text)).quotations if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and left.", ["“yes”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("He said “yes, the ‘plan’ holds” then.", ["“yes, the ‘plan’ holds”"]),
        ("‘We go,’ she said. ‘Now.’", ["‘We go,’", "‘Now.’"]),
        ("'We go,' she said of the workers' demand.", ["'We go,'"]),
        ("He said 'the workers' demand' and 'the bosses' all.", ["'the workers' demand'", "'the bosses'"]),
        ("One 'opened, and then 'another, and nothing closed.", []),
        ("In the '90s the workers' party won.", []),
        ("‘Tis the dogs’ day, ’90s style.", []),
        ('He is 6\'2" tall and 12" wide.', []),
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("«Oui», dit-il.", ["«Oui»"]),
        ('He said “yes" twice.', ['“yes"']),
        ('A 5" pipe “burst” here.', ["“burst”"]),
        ("The so-called “Plan” (“B”) failed.", ["“Plan”", "“B”"]),
        ("It’s the Smiths’ and Jones’s.", []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_running_quotation_reopens_each_paragraph() -> None:
    text = "“We begin.\n“We go on.\n“We end,” he said."
    first, second, third = read(text, segments(text)).quotations
    assert (first.closed, first.continues) == (False, True)
    assert (second.closed, second.continues) == (False, True)
    assert third.closed


def test_a_lost_closer_silences_no_more_than_its_paragraph() -> None:
    text = "He said “we begin.\nNobody spoke."
    reading = read(text, segments(text))
    (lost,) = reading.quotations
    assert (lost.closed, lost.continues, lost.end) == (False, False, text.index("\n"))
    assert Quoted(reading.quotations, segments(text)).outside(text.index("Nobody"), len(text))


def test_a_lost_opener_is_a_stray_and_quotes_nothing() -> None:
    text = "We are ready,” said the mayor."
    reading = read(text, segments(text))
    assert reading.quotations == ()
    assert [stray.at for stray in reading.strays] == [text.index("”")]


def test_inside_and_outside_mean_every_code_point() -> None:
    text = "He said “yes” there."
    reading = read(text, segments(text))
    answer = Quoted(reading.quotations, [])
    start, end = text.index("“"), text.index("”") + 1
    assert answer.inside(start, end)
    assert not answer.inside(start - 1, end)
    assert answer.outside(0, start)
    assert not answer.outside(0, start + 1)
    assert answer.outside(end, len(text))
    assert answer.length(0, len(text)) == end - start
    assert answer.length(start + 1, start + 2) == 1
    assert answer.length(0, start) == answer.length(end, len(text)) == 0


def test_a_block_quote_counts_as_quoted() -> None:
    text = "Said here.\nQuoted there."
    blocks = [Segment("paragraph", 0, 10), Segment("block-quote", 11, 24)]
    answer = Quoted(read(text, blocks).quotations, blocks)
    assert answer.inside(11, 24)
    assert answer.outside(0, 10)


def test_the_lines_of_a_text_are_its_paragraphs() -> None:
    text = "  “One,” he said.\n\n \nNone. \nShe said “two\nThree."
    assert [text[start:end] for start, end in quoted_lines(text).spans] == ["“One,”", "“two"]
    assert quoted_lines("").spans == []
