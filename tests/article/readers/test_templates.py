"""Template tags are masked before Markdown and HTML are parsed: nothing of them is prose, and no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.readers import read
from newslint.article.readers.draft import OBJECT
from newslint.article.readers.templates import masked, structures, sure
from newslint.article.text import Text

FRONT = "---\ntitle: Pier\n---\n\n"
# fmt: off
TAGS = (
    "{{< note >}}", "{{% /note %}}", "{% if x %}", "{% endif %}", "{# c #}", "{{ x | y }}", "{{", "}}", "{%", "%}", "{:.x}",
    "{#id .x}", "<% if a %>", "<?php if ($a > 3): ?>", "${X}", "[[Ann]]", "[gallery ids=1]", "[caption id=\"a\"]", "[/caption]",
    ":::note T\n", ":::\n", "!!! tip \"T\"\n", "{% comment %}", "{% endcomment %}", "{ref}`x`", "[embed]u[/embed]", "<!-- wp:x -->",
    "word ", "said.\n", "\n", "\r\n", "é😀", "`", "```\n", "<b>", "> ", "- ", "    ", "\ufdd0", "\ufdd1",
)
# fmt: on


def shown(body: str, form: str = "markdown") -> list[tuple[str, str]]:
    content = FRONT + body if form == "markdown" else body
    made = read(Text(content), form)
    return [
        (s.kind, made.prose.text[s.start : s.end]) for s in made.segments if made.prose.text[s.start : s.end] != "Pier"
    ]


def prose(body: str, form: str = "markdown") -> str:
    return "\n".join(text for _, text in shown(body, form))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{< box >}}\nThe pier opened.\n{{< /box >}}\n", "The pier opened."),
        ('{{< note "Why?" >}}Write to us.{{< /note >}}\n', "Write to us."),
        ('{{% aside\n  kind="a"\n\n%}}\nIt rained.\n{{% /aside %}}\n', "It rained."),
        ('See the [old *list*]({{< ref "a b.md" >}}) first.\n', "See the old list first."),
        ('On <a href="{{< ref "a.md" >}}">the map</a> now.\n', "On the map now."),
        ("The mayor of {{ site.town }}, Ann Lee, spoke.\n", f"The mayor of {OBJECT}, Ann Lee, spoke."),
        ("It opened on {% post_date x %}.\n", f"It opened on {OBJECT}."),
        ("The pier {% if wet %}was shut{% else %}opened{% endif %} then.\n", "The pier was shutopened then."),
        ("It {# not yet #}rained.\n", "It rained."),
        ("One.\n\n{% comment %}\nTwo.\n\nThree.\n{% endcomment %}\n\nFour.\n", "One.\nFour."),
        ("One.\n\n{% highlight sh %}\nmv  a b\n{% endhighlight %}\n\nFour.\n", "One.\nFour."),
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n\nIt rained.\n", "It rained."),
        ("It {{< highlight >}}rained hard{{< /highlight >}}.\n", "It rained hard."),
        ("{% set exampleCode %}\nTwo words\n{% endset %}\n\nIt rained.\n", "It rained."),
        (
            "{% set a = 1 %}It rained.\n\n{%- set b %}{% raw %}\nlet c = {\n  d: 1\n};\n{% endraw %}{% endset %}\n",
            "It rained.",
        ),
        (
            "{% capture note %}\nThe pier was shut (twice),\nhe said.\n{% endcapture %}\n",
            "The pier was shut (twice), he said.",
        ),
        ("{% capture x %}\n// a remark\nrun({\n  wet: 1,\n});\n{% endcapture %}\n\nIt rained.\n", "It rained."),
        ("{% raw %}\nThe text goes on.\n{% endraw %}\n", "The text goes on."),
        ('A [list](u){:target="_blank"} of *ships*{: .x}.\n{: .lead}\n', "A list of ships."),
        ("{:.meta}\nBy the sea\n", "By the sea"),
        ("## Head {#head .x}\n\nIt rained.\n", "Head\nIt rained."),
        ("![a](b){width=50%} It rained.\n", "It rained."),
        ("{% include a.md %}\n[r]: mailto:a@b.example\n\nSee [r].\n", "See r."),
        (":::warning Mind the gap\n\nIt is wide.\n\n:::\n", "Mind the gap\nIt is wide."),
        ("::: {.column}\nIt is wide.\n:::\n", "It is wide."),
        ('!!! note "Mind"\n\nIt is wide.\n', "It is wide."),
        ("See {doc}`guide` first.\n", f"See {OBJECT} first."),
        ('[gallery ids="1,2"]\n\nIt rained.\n', "It rained."),
        ('[caption id="a_1" align="left"]The pier[/caption]\n', "The pier"),
        ("[embed]https://video.example/1[/embed]\n\nIt rained.\n", "It rained."),
        ("It <?php echo $a > 3; ?>rained.\n", "It rained."),
        ("<% if wet %>\nIt rained.\n<% end %>\n", "It rained."),
        ("[[Ann]] - It rained on [[p|the pier]].\n", "Ann - It rained on the pier."),
        ("Set ${HOME} first.\n", f"Set {OBJECT} first."),
        ("<!-- wp:paragraph -->\n<p>It rained.</p>\n<!-- /wp:paragraph -->\n", "It rained."),
        ("> {{% q %}}\n> It rained.\n> {{% /q %}}\n", "It rained."),
        ("- {{< x >}}\n- It rained.\n", "It rained."),
    ],
)
def test_tags_are_no_prose_and_what_they_hold_is(body: str, expected: str) -> None:
    assert prose(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>On {{ day }} it rained.</p>", f"On {OBJECT} it rained."),
        ('<p title="{% a "b" %}">It {% if a > b %}really {% endif %}rained.</p>', "It really rained."),
        ("<p>The <%= name %> ran, <?= $x ?>it seems.</p>", f"The {OBJECT} ran, it seems."),
        ('<p ng-if="a">[[Ann]] - It rained.</p>', "Ann - It rained."),
    ],
)
def test_in_html_too(body: str, expected: str) -> None:
    assert prose(body, "html") == expected


@pytest.mark.parametrize(
    "line",
    [
        "The pier is {{length}} metres.",
        "Born in ${town}, he left.",
        "\\[[NAME]] said so.",
        "A {brace} and a [bracket].",
    ],
)
def test_where_no_engine_reads_a_bare_field_stays_to_be_seen(line: str) -> None:
    line = line.removeprefix("\\")
    text = Text(f"# Pier\n\n{line}\n")
    made = read(text, "markdown")
    assert line in made.prose.text
    text.templated = True
    assert "{{" not in read(text, "markdown").prose.text
    assert line in read(Text(line), "plain").prose.text


def test_sets_in_prose_are_no_attributes() -> None:
    line = "The set {a, b} and the list {1}, at 5{%, in [1] and [two words]."
    assert prose(line + "\n") == line


@pytest.mark.parametrize(
    ("text", "is_sure"), [("{% x %}", True), ("{{< x >}}", True), ("{{ x }}", False), ("{x}", False)]
)
def test_some_tags_only_an_engine_can_mean(text: str, is_sure: bool) -> None:
    assert sure(text) is is_sure


def test_loops_and_blocks_are_counted() -> None:
    assert structures("{% for a in b %}{{ a }}{% endfor %}{{ if x }}{{< figure >}}{{ range .Pages }}{{ end }}") == 2


def test_a_short_page_of_loops_is_left_out_and_an_article_with_one_is_read() -> None:
    loop = "{% for post in site.posts %}\n- {{ post.title }}\n{% endfor %}\n"
    assert read(Text(FRONT + loop), "markdown").unread
    assert not read(
        Text(FRONT + "It rained on the pier again, and nobody came to see it. " * 4 + "\n\n" + loop), "markdown"
    ).unread
    assert read(Text("{% block main %}<h1>{{ title }}</h1>{% endblock %}"), "html").unread
    assert not read(Text("<h1>Pier</h1><p>It {{ verb }}.</p>"), "html").unread


@given(parts=st.lists(st.sampled_from(TAGS), max_size=30), engine=st.booleans(), markdown=st.booleans())
def test_masks_keep_every_offset(parts: list[str], engine: bool, markdown: bool) -> None:
    content = "".join(parts)
    hidden = masked(content, engine=engine, markdown=markdown)
    assert len(hidden) == len(content)
    for form in ("markdown", "mdx", "html"):
        made = read(Text(content), form)
        for piece in made.prose.pieces or ():
            if piece.linear and piece.start < piece.end:
                assert made.prose.text[piece.view :].startswith(content[piece.start : piece.end])


@pytest.mark.parametrize(
    "unit", ["{{", "{%", "{#", "{:", "[[", '[a b="', "${", "<%", "<?php ", "{{< a ", "{% a %}", ":::a\n"]
)
def test_floods_stay_linear(unit: str) -> None:
    content = unit * 20_000
    assert len(masked(content, engine=True, markdown=True)) == len(content)
