"""Bulletins: descriptions of security holes and lists of changes that a page copies are the words of others."""

from __future__ import annotations

import pytest

from newslint.article.bulletins import bulletins
from newslint.article.readers import read
from newslint.article.text import Text

HOLE = "{}: A flaw was found in the winch, which may drop the the anchor."


def copied(content: str, form: str = "markdown") -> list[str]:
    made = read(Text(content), form)
    return [made.prose.text[start:end] for start, end in bulletins(content, made.prose, made.segments)]


@pytest.mark.parametrize(
    "number", ["CVE-2024-1234{}", "`CVE-2024-1234{}`", "**CVE-2024-1234{}**", "GHSA-ab1{}-cd34-ef56"]
)
@pytest.mark.parametrize("item", ["- {}\n", "1. {}\n", "{}\n\n"])
def test_descriptions_of_holes(number: str, item: str) -> None:
    content = "The crew patched it.\n\n" + "".join(item.format(HOLE.format(number.format(n))) for n in range(1, 4))
    assert len(copied(content)) == 3


def test_descriptions_in_html() -> None:
    items = "".join(f"<li>{HOLE.format(f'CVE-2024-1234{n}')}</li>\n" for n in range(3))
    assert len(copied(f"<p>The crew patched it.</p>\n<ul>\n{items}</ul>\n", "html")) == 3


@pytest.mark.parametrize(
    "content",
    [
        f"- {HOLE.format('CVE-2024-12341')}\n- {HOLE.format('CVE-2024-12342')}\n",
        "".join(f"- [CVE-2024-1234{n}](https://brell.example/{n}): Fixed the the winch.\n" for n in range(5)),
        "".join(f"- Fixed CVE-2024-1234{n}: the the winch.\n" for n in range(5)),
        "".join(f"- CVE-2024-1234{n}\n" for n in range(5)),
    ],
)
def test_what_a_page_writes_of_holes_itself(content: str) -> None:
    assert not copied(content)


@pytest.mark.parametrize("end", [":", ","])
@pytest.mark.parametrize(
    "address", ["https://brell.example/winch/NEWS", "https://brell.example/release-notes.html", "//a.example/CHANGELOG"]
)
def test_items_below_the_address_of_a_list_of_changes(address: str, end: str) -> None:
    content = f"# Log\n\nUpdates from [the winch]({address}){end}\n\n- It turns.\n\n- It it stops.\n\nWe have tried it.\n\n- Well done.\n"
    assert copied(content) == ["It turns.", "It it stops."]


@pytest.mark.parametrize(
    "line",
    [
        "Updates from [the crew](https://brell.example/about):",
        "See [what is new](https://brell.example/NEWS):",
        "Updates from the crew:",
    ],
)
def test_items_of_the_pages_own(line: str) -> None:
    assert not copied(f"# Log\n\n{line}\n\n- It turns.\n")


@pytest.mark.parametrize("number", ["(#{})", "([#{}](https://brell.example/{}))", "brell/winch#{}", "[#{}]."])
def test_titles_of_reports(number: str) -> None:
    marks = [number.replace("{}", str(n)) for n in range(12, 15)]
    content = f'# Log\n\n- Fixed "it it hangs with "?""\n  {marks[0]}\n- “a an one” {marks[1]}\n- Fixed "two two" {marks[2]}\n'
    assert copied(content) == ['"it it hangs with "?""', "“a an one”", '"two two"']


def test_two_reports_are_no_list() -> None:
    assert not copied('# Log\n\n- Fixed "it it hangs" (#12)\n- Fixed "a an one" (#13)\n- Fixed the the last (#14)\n')
