"""Names that many kinds of file have: an article is linted, a configuration or a package list is passed over."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

NITF = "<nitf><body><body.content><p>The the pier is long.</p></body.content></body></nitf>"
OTHERS = {
    "package.json": '{"name": "pier", "version": "1.0.0", "description": "the the"}',
    "list.json": "[1, 2]",
    "empty.json": "",
    "broken.json": "{",
    "pom.xml": "<?xml version='1.0'?><project><name>the the</name></project>",
    "broken.xml": "<a",
    "template.xml": "---\n---\n<rss>{{ x }}</rss>",
    "rss.xml": "<rss><channel><title>{{ .Title }}</title>{{ range .Pages }}<item><title>{{ .Title }}</title></item>{{ end }}</channel></rss>",
    "feed.json": '{"version": "https://jsonfeed.org/version/1.1", "items": [{{ range .Pages }}{}{{ end }}]}',
    "schema.json": '{"$schema": "x", "properties": {"uri": {"type": "string"}, "headline": {"type": "string"}, "versioncreated": {}}}',
    "strings.json": '{"uri": "Address", "headline": "Headline", "versioncreated": "Created"}',
    "nul.xml": "\0\0",
}


FOUND = {
    "rss.xml": "<rss><channel><item><description>The the pier. {{ x }}</description></item></channel></rss>",
    "rdf.xml": "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><item><description>The the pier.</description></item></rdf:RDF>",
    "atom.xml": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary>The the pier.</summary></entry></feed>",
    "wxr.xml": "<rss xmlns:wp='http://wordpress.org/export/1.2/'><item><content:encoded>The the pier.</content:encoded></item></rss>",
    "item.xml": "<newsItem><contentSet><inlineData>The the pier.</inlineData></contentSet></newsItem>",
    "ninjs.json": '{"body_text": "The the pier.", "uri": "u", "versioncreated": "2024-05-02T12:00:00Z"}',
    "feed.json": '{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "The the pier."}]}',
    "ghost.json": '{"db": [{"meta": {"exported_on": 1}, "data": {"posts": [{"html": "<p>The the pier.</p>"}]}}]}',
}


@pytest.mark.parametrize("name", FOUND)
def test_each_format_is_known_by_its_content(newslint: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FOUND[name])
    assert newslint("--quick", str(tmp_path)).out.count("integrity.doubled-word") == 1


def test_an_article_is_found_by_its_content(newslint: Run, tmp_path: Path) -> None:
    for name, content in OTHERS.items():
        (tmp_path / name).write_text(content)
    wide = tmp_path / "wide.xml"
    wide.write_text(f"<?xml version='1.0' encoding='utf-16'?>{NITF}", "utf-16")
    (tmp_path / "story.xml").write_text(f"<!-- a > b -->\n<!DOCTYPE nitf SYSTEM 'x.dtd' [<!ENTITY a 'b'>]>\n{NITF}")
    result = newslint(str(tmp_path))
    assert result.out.count("integrity.doubled-word") == 2
    assert "in 2 files" in result.err


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_article_is_left_out_though_it_is_named(newslint: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(OTHERS[name])
    result = newslint("--allow-empty", str(path))
    assert (result.code, result.out) == (0, "")
    assert "no article in a format that newslint reads" in result.err


def test_include_excluded_reads_it_as_plain_text(newslint: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.json"
    path.write_text('"The the pier is long."')
    assert "integrity.doubled-word" in newslint("--include-excluded", str(path)).out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_opened(newslint: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xml")
    (tmp_path / "story.nitf").write_text(NITF)
    assert "in 1 file" in newslint(str(tmp_path)).err


def test_standard_input_is_recognised_too(newslint: Run) -> None:
    assert "integrity.doubled-word" in newslint("--stdin-filename", "story.xml", "-", stdin=NITF).out
