"""MDX: modules, components and expressions are no prose; what components hold is."""

from __future__ import annotations

import pytest

from newslint.article.readers import read
from newslint.article.readers.draft import OBJECT
from newslint.article.text import Text


def prose(content: str) -> str:
    made = read(Text(content), "mdx")
    return "\n".join(made.prose.text[s.start : s.end] for s in made.segments)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('import Map from "./map"\nimport { a,\n  b } from "c"\n\n# Pier\n\nIt rained.\n', "Pier\nIt rained."),
        ("export const a = {\n  b: 'the the',\n\n  c: 1,\n}\n\nIt rained.\n", "It rained."),
        ('<Map data={[{name: "the the"}]} />\n\nIt rained.\n', "It rained."),
        ("<Aside kind='x'>\nIt *rained*.\n</Aside>\n", "It rained."),
        ("The <Name id={1} /> sailed.\n", f"The {OBJECT} sailed."),
        ("The <Em>ferry</Em> sailed {days} days.\n", f"The ferry sailed {OBJECT} days."),
        ("It{/* not yet */} rained.{' '}\n", "It rained."),
        ("## Head {#id}\n\nIt rained.\n", "Head\nIt rained."),
        ("<>\nIt rained.\n</>\n", "It rained."),
        ("<div style={{color: 'red'}}>\n\nIt rained.\n\n</div>\n", "It rained."),
        ('<Tabs.Item label="x">\n\nIt rained.\n\n</Tabs.Item>\n', "It rained."),
        ("Type `{x}` or:\n\n```js\nconst a = {\n```\n\nIt rained {then}.\n", f"Type {OBJECT} or:\nIt rained {OBJECT}."),
        ("Import duties rose.\n\nimport duties fell.\n", "Import duties rose.\nimport duties fell."),
        ("A { brace that stays.\n\nIt rained.\n", "A { brace that stays.\nIt rained."),
        ("---\ntitle: Pier\n---\n\nimport A from 'a'\n\nIt rained.\n", "Pier\nIt rained."),
        ("{items.map((item) => <Card key={item.id}>{item.name}</Card>)}\n\nIt rained.\n", "It rained."),
    ],
)
def test_code_is_no_prose(content: str, expected: str) -> None:
    assert prose(content) == expected


@pytest.mark.parametrize(
    "unit", ["{", "}", "{'", "<A ", "<A>", "import a from 'b'\n\n", "export const a = {\n\n", "```\n", "`"]
)
def test_floods_are_read(unit: str) -> None:
    assert isinstance(prose(unit * 5_000), str)


def test_a_directive_in_a_block_of_markup_shows_nothing_that_the_file_does_not_say() -> None:
    content = "<?pier\n\n:::note Mind the gap\nIt is wide.\n"
    made = read(Text(content), "mdx")
    assert "#" not in made.prose.text
    for piece in made.prose.pieces or ():
        shown = made.prose.text[piece.view : piece.view + piece.end - piece.start]
        assert not piece.linear or shown == content[piece.start : piece.end]
