"""Files that are no article, and articles that look like one of those."""

from __future__ import annotations

import pytest

from newslint.article.decoding import decode
from newslint.article.readers import read
from newslint.article.text import Text

LETTERS = "abcdefghijkl"
RESOLUTION = "The council resolved:\n" + "".join(f"({letter}) to repair pier {letter} in May;\n" for letter in LETTERS)
VERSE = "The tide comes in;\nthe boats go out;\nthe lamp is lit;\nthe crew is up;\n" * 4
CLAUSES = "".join(f"{n}. The tenant pays the rent in {n} parts;\n" for n in range(1, 15))
RESULTS = "".join(f"Brell {n} (Lee {n}, Roe {n * 2}); Tarn {n + 1}\n" for n in range(1, 15))
HEADINGS = "# Ferry\n\nThe ferry is late again today.\n\n" * 8
TAGS = "#ferry #pier\n#tarn\n" * 8
SHELL = "cd /srv\nfor f in *.txt; do\n  echo $f;\ndone\n# all\nx=1;\ny=$(ls);\nif [ $x = 1 ]; then\n  rm $f;\nfi\n" * 2
C = "int main(void) {\n  int a = 1;\n  char *b = 0;\n  f(a, b);\n  if (a) {\n    g(b);\n  }\n  return 0;\n}\n// end\n"


def test_loops_in_a_listing_make_no_template() -> None:
    content = (
        "---\ntitle: Pier\n---\n\nIt has loops:\n\n```rust\nhtml!{{ for a in b }}{{ range c }}{{ range d }}\n```\n"
    )
    assert read(Text(content), "markdown").unread == ""
    assert read(Text(content.replace("```rust", "").replace("```", "")), "markdown").unread == "template"


@pytest.mark.parametrize("content", [RESOLUTION, VERSE, CLAUSES, RESULTS, HEADINGS, TAGS], ids=range(6))
def test_lists_verse_and_clauses_are_read(content: str) -> None:
    assert read(Text(content), "plain").unread == ""


@pytest.mark.parametrize(
    "content", [SHELL, C, "#!/usr/bin/perl\nprint 1;\n", "<?xml version='1.0'?>\n<rss/>\n"], ids=range(4)
)
def test_source_code_is_left_out(content: str) -> None:
    assert read(Text(content), "plain").unread == "listing"


def test_an_article_with_a_listing_in_it_is_read() -> None:
    content = "The clerk wrote a short program that counts the boats.\n" * 4 + C
    assert read(Text(content), "plain").unread == ""


@pytest.mark.parametrize("name", ["ropes.py.txt", "a/feed.rss.txt", "vimrc.txt", "docs\\pier.conf.txt", "Makefile.txt"])
def test_files_that_are_named_as_code_are_left_out(name: str) -> None:
    assert read(Text("The bridge is closed.\n", name), "plain").unread == "listing"


@pytest.mark.parametrize("name", ["ferry.txt", "a.conf/ferry.txt", "r.ferry.txt", ""])
def test_files_with_other_names_are_read(name: str) -> None:
    assert read(Text("The bridge is closed.\n", name), "plain").unread == ""


def test_a_record_of_a_mainframe_is_left_out() -> None:
    said = "The bridge is closed until May. The ferry sails at noon, and nobody was hurt in the flood.\n" * 4
    assert read(decode(said.encode("cp037")), "plain").unread == "dump"
