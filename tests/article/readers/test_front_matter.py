"""Front matter in its three notations: fields with their places, whatever blanks stand around them."""

from __future__ import annotations

import pytest

from newslint.article.layout import Layout
from newslint.article.readers import read
from newslint.article.text import Text


def layout(content: str) -> Layout:
    return read(Text(content), "markdown")


def fields(content: str) -> list[tuple[str, str, str]]:
    """Name, value, and the file's text behind the value."""
    made = layout(content)
    spans = [made.metadata.span(field.start, field.end) for field in made.fields]
    return [(f.name, f.value, content[s.start : s.end]) for f, s in zip(made.fields, spans, strict=True)]


@pytest.mark.parametrize(
    "front",
    [
        "---\n\ntitle: Pier\n---\n",
        "---\ntitle: Pier\n---   \n",
        "---  \r\ntitle: Pier\r\n---\r\n",
        "\n---\ntitle: Pier\n---\n",
        "---\n# a note\ntitle: Pier\n...\n",
        "+++\ntitle = 'Pier'\n+++\n",
        '+++ \r\n\r\ntitle = "Pier"\r\n+++ \r\n',
        '{"title": "Pier"}\n',
        '{\n  "title": "Pier",\n  "draft": false\n}\n',
        "Title: Pier\nDate: 2024-05-01\n",
        "date:  2024-05-01\r\nTITLE : Pier \r\nTags:\r\n",
    ],
)
def test_front_matter_is_read(front: str) -> None:
    made = layout(f"{front}\nIt rained.\n")
    assert made.problem is None
    assert [made.prose.text[s.start : s.end] for s in made.segments] == ["Pier", "It rained."]


def test_toml_values_have_their_places() -> None:
    content = (
        '+++\ntitle = "It\\u2019s on"  # a note\ndate = 2024-05-01T10:00:00Z\nauthors = [\n  \'Ann Lee\',\n  "Bo", # two\n]\n'
        'description = """\nTwo\nlines"""\nweight = 3\n[extra]\nsummary = \'a # b\'\n[[x.y]]\nz = "q"\n+++\n\nIt rained.\n'
    )
    assert fields(content) == [
        ("headline", "It’s on", "It\\u2019s on"),
        ("published", "2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z"),
        ("byline", "Ann Lee", "Ann Lee"),
        ("byline", "Bo", "Bo"),
        ("dek", "Two\nlines", "Two\nlines"),
        ("weight", "3", "3"),
        ("dek", "a # b", "a # b"),
        ("x.y.z", "q", "q"),
    ]


def test_a_tag_for_a_value_is_no_broken_yaml() -> None:
    made = layout("---\ntemplate: {{year}}/page.html\ntitle: Pier\n---\n\nIt rained.\n")
    assert made.problem is None
    assert [field.value for field in made.fields] == ["xxxxxxxx/page.html", "Pier"]


def test_bare_lines_have_their_places() -> None:
    assert fields("Title: Fish &amp; chips\nNumber: 9\nDate: 2024-05-01\nWritten by: Ann Lee\n\nIt rained.\n") == [
        ("headline", "Fish & chips", "Fish &amp; chips"),
        ("Number", "9", "9"),
        ("published", "2024-05-01", "2024-05-01"),
        ("Written by", "Ann Lee", "Ann Lee"),
    ]


def test_what_yaml_rejects_is_read_line_by_line() -> None:
    content = (
        "---\n# drafted at sea\ntitle: The pier: a story\nauthors:\n  - Ann Lee\n  - 'Bo'\nseo:\n  description: shut: why\n"
        "summary: @harbour says\n    so\n\tlink: https://example.org\n---\n\nIt rained.\n"
    )
    assert layout(content).problem is None
    assert fields(content) == [
        ("headline", "The pier: a story", "The pier: a story"),
        ("byline", "Ann Lee", "Ann Lee"),
        ("byline", "Bo", "Bo"),
        ("dek", "shut: why", "shut: why"),
        ("dek", "@harbour says", "@harbour says"),
        ("dek", "so", "so"),
        ("dek.link", "https://example.org", "https://example.org"),
    ]


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: Pier\n\tdate: x: y\n---\u00a0\n",
        "---\n\ttitle: Pier\n---\n",
        "---\ntitle: Pier\nlead: `x` y\n---\n",
    ],
)
def test_front_matter_of_lenient_readers_has_no_problem(front: str) -> None:
    made = layout(f"{front}\nIt rained.\n")
    assert made.problem is None
    assert made.prose.text.startswith("Pier")


@pytest.mark.parametrize("value", ["'Pier", "[Pier", "{a: Pier", '"Pier" and "quay'])
def test_a_value_that_is_never_closed_is_a_problem(value: str) -> None:
    assert layout(f"---\ntitle: {value}\nlead: x: y\n---\n\nIt rained.\n").problem is not None


@pytest.mark.parametrize(
    "front",
    [
        "<!--\n.. title: The pier: a story\n.. date: 2024-05-01 10:00:00 UTC\n.. tags: \n.. author: Ann Lee\n-->\n",
        "<!-- .. title: The pier: a story\n.. date: 2024-05-01 10:00:00 UTC\n.. author: Ann Lee -->\n",
        ".. title: The pier: a story\n.. date: 2024-05-01 10:00:00 UTC\n.. author: Ann Lee\n",
    ],
)
@pytest.mark.parametrize("format_", ["markdown", "html"])
def test_metadata_of_nikola(front: str, format_: str) -> None:
    if format_ == "html" and not front.startswith("<"):
        return
    made = read(Text(f"{front}\n<p>It rained.</p>\n"), format_)
    assert {(field.name, field.value) for field in made.fields} == {
        ("headline", "The pier: a story"),
        ("published", "2024-05-01 10:00:00 UTC"),
        ("byline", "Ann Lee"),
    }


@pytest.mark.parametrize(
    "start",
    [
        "Title: Pier\n\n",
        "Date: Monday, 6 May 2024\nPlace: the pier\n\n",
        "Title: Pier\nDate: 2024-05-01\nIt is late.\n\n",
        "Note: the pier is shut\nSource: Ann Lee\n\n",
    ],
)
def test_lines_that_are_the_articles_own(start: str) -> None:
    assert not layout(f"{start}It rained.\n").fields


def test_entities_of_values_that_are_not_written_letter_by_letter_are_decoded() -> None:
    (field,) = layout('---\nexcerpt: "<p>Fish &amp;\n  chips \\_ &lt;&nbsp;</p>"\n---\n\nIt rained.\n').fields
    assert "&" in field.value
    assert "amp;" not in field.value
    assert "nbsp" not in field.value


def test_json_values_have_their_places() -> None:
    content = (
        '{"title": "It\\u2019s", "author": {"name": "Ann"}, "tags": ["a"], "seo": {"description": "d"}}\n\nIt rained.\n'
    )
    assert fields(content) == [
        ("headline", "It’s", "It\\u2019s"),
        ("byline", "Ann", "Ann"),
        ("tags", "a", "a"),
        ("dek", "d", "d"),
    ]


@pytest.mark.parametrize("front", ["a =\n", "a = 'b\n", "= 1\n", "a = [1,\n", "a = 1\na = 2\n"])
def test_broken_toml_is_told_and_the_text_still_read(front: str) -> None:
    content = f"+++\n{front}+++\n\nIt rained.\n"
    made = layout(content)
    assert made.problem is not None
    assert 0 <= made.problem[0] <= content.index("It")
    assert made.prose.text.strip() == "It rained."


@pytest.mark.parametrize(
    "content",
    ["{ a set, b }\n\nIt rained.\n", '{"a\n\nIt rained.\n', "---\n\nIt rained.\n\n---\n\nTwo.\n", "+++\nIt rained.\n"],
)
def test_what_only_looks_like_it_is_prose(content: str) -> None:
    made = layout(content)
    assert not made.fields
    assert "It rained." in made.prose.text


def test_entities_in_titles_are_decoded_and_tags_masked() -> None:
    content = "---\ntitle: Ann&#8217;s &amp; Bo\ndescription: By {{ site.author }}\n---\n\nIt rained.\n"
    assert [value for _, value, _ in fields(content)] == ["Ann’s & Bo", "By \ufffc"]


def test_summaries_are_the_titles_and_descriptions() -> None:
    content = "---\ntitle: Pier\nslug: a-b\nexcerpt: >\n  It\n  rained.\ntwitter: {description: Rain}\n---\n\nText.\n"
    view = layout(content).summaries
    assert view.text == "Pier\nIt rained.\nRain\n"
    at = view.text.index("It")
    span = view.span(at, at + len("It rained."))
    assert content[span.start : span.end] == "It\n  rained."
