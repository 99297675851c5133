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
        ("She sells a 10” pie, a 33” stool and shelves 31-34” wide.", []),
        ('A 5"x7" print, a 12" single and a 7½" board.', []),
        ("“A 12” pie takes an hour,” she said, “a 10” one half.”", ["“A 12” pie takes an hour,”", "“a 10” one half.”"]),
        ('I have a "November \'95" edition.', ['"November \'95"']),
        ("It is in the “Top 10” of 2019.", ["“Top 10”"]),
        ("« Back to the harbour", []),
        ("Home » Ferries » Timetable", []),
        ("Next story »", []),
        (">> More << and <<less>>", []),
        ("Er rief »Nein« und »Ja«.", ["»Nein«", "»Ja«"]),
        ("Il dit « oui » et «non».", ["« oui »", "«non»"]),
        ("Sie rief ‚Nein‘ und „Ja“.", ["‚Nein‘", "„Ja“"]),
        ('We said:" I did, and more!"', ['" I did, and more!"']),
        ("Cast [char]”Shell” and then (”B”,”C”).", ["”Shell”", "”B”", "”C”"]),
        ("” This is a step,” he said.", ["” This is a step,”"]),
        ("Han sa ”nej” igen.", ["”nej”"]),
        ("The printer cannot tell the quote signs (\" or ' marks) apart.", []),
        ('Type the " key and then go.', []),
        ("‘He said “yes” and “no”,’ she said.", ["‘He said “yes” and “no”,’"]),
        ("‘Get ’em out,’ he cried in the ’90s.", ["‘Get ’em out,’"]),
        ("“We,” he said, “and the “pier” too.”", ["“We,”", "“and the “pier” too.”"]),
        ("“Why?” “Because.” “Oh.”", ["“Why?”", "“Because.”", "“Oh.”"]),
        ('"Why?"—"Because."', ['"Why?"', '"Because."']),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(("text", "strays"), [('He wrote: "It sank.\n\nAnna Roe died in 1660"', 0), ('It is 12"', 0)])
def test_a_mark_after_a_year_is_no_inch(text: str, strays: int) -> None:
    reading = read(text, segments(text))
    assert len(reading.strays) == strays
    assert all(quotation.closed or quotation.continues for quotation in reading.quotations)


def test_a_running_quotation_reopens_each_paragraph() -> None:
    text = "“We begin.\n“We go on.\n“We end,” he said."
    first, second, third = read(text, segments(text)).quotations
    assert (first.closed, first.continues) == (False, True)
    assert (second.closed, second.continues) == (False, True)
    assert third.closed


def test_a_pull_quote_does_not_interrupt_a_running_quotation() -> None:
    pulled = "The crossing took an hour longer than it used to take"
    text = f"“We begin.\n{pulled} Ann Lee\n“{pulled}.”"
    first, last = read(text, segments(text)).quotations
    assert (first.closed, first.continues, last.closed) == (False, True, True)


def test_a_running_quotation_need_not_be_reopened() -> None:
    text = "Ann: “We begin.\nWe go on.\nWe end.”\nNobody spoke."
    reading = read(text, segments(text))
    assert [(text[q.start : q.end], q.closed, q.continues) for q in reading.quotations] == [
        ("“We begin.", False, True),
        ("We go on.", False, True),
        ("We end.”", True, False),
    ]
    assert reading.strays == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rules say: “A boat must have:\na bell\na lamp\ntwo oars.”",
            ["“A boat must have:", "a bell", "a lamp", "two oars.”"],
        ),
        (
            "“We begin.\n“We go on.\nWe end,” he said. “Not now.”",
            ["“We begin.", "“We go on.", "We end,”", "“Not now.”"],
        ),
        (
            "“We saw the “pier” go.\nIt was “old”.\nWe left,” he said.",
            ["“We saw the “pier” go.", "It was “old”.", "We left,”"],
        ),
        ("‘We begin.\n‘We end,’ she said.", ["‘We begin.", "‘We end,’"]),
        ("“We begin.\n“We end,” he said, she said”.", ["“We begin.", "“We end,”"]),
        (
            "He said “we begin.\nShe said: “I never said that at all,” and left.\nSold,” he said.",
            ["“we begin.", "“I never said that at all,”"],
        ),
        ("Read.\n“\nThe crossing took long.\nWe left.\n”\nNobody spoke.", ["The crossing took long.", "We left."]),
        ('Read.\n"\nThe crossing took long.\n"\nNobody spoke.', ["The crossing took long."]),
        ("Read.\n“\nNobody spoke.", []),
        ("Read.\n”\nNobody spoke.", []),
        ("“The crossing took long.\n”\nNobody spoke.", ["“The crossing took long."]),
    ],
)
def test_quotations_over_paragraphs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_excerpt_of_whole_paragraphs_may_have_headings() -> None:
    text = "“We begin.\nThe way\nWe end.”"
    first, second, third = segments(text)
    headed = [first, Segment("subhead", second.start, second.end), third]
    assert not read(text, headed).strays
    middle = "He said “we begin.\nThe way\nWe end.”"
    first, second, third = segments(middle)
    assert read(middle, [first, Segment("subhead", second.start, second.end), third]).strays


def test_a_lone_mark_frames_and_is_never_lost() -> None:
    text = "Read.\n”\nThe ferry.\n“\nThe end."
    assert read(text, segments(text)) == read("", [])


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


def test_a_caption_that_goes_on_with_a_quotation_opens_it_anew() -> None:
    text = '00:41:00 They say, "It is late.\n00:41:04 "It is very late.\n[41:09] - "So we wait." And they did.'
    found = [q for q in read(text, segments(text)).quotations if q.depth == 0]
    assert [(q.closed, q.continues) for q in found] == [(False, True), (False, True), (True, False)]
