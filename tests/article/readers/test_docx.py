"""Word documents: what their readers see, a line for each paragraph; and archives that are broken or traps."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from tests.article.readers.exchanged import Article
from tests.article.readers.word import document, packed, paragraph, run

from newslint.article.readers import FORMATS, read
from newslint.errors import FileError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def article(data: bytes) -> Article:
    text = FORMATS["docx"].decode(data, "a.docx")
    return Article(read(text, "docx"), text.content)


def test_paragraphs_by_their_styles() -> None:
    cell = "<w:tc>{}</w:tc>"
    table = f"<w:tbl><w:tr>{cell.format(paragraph('Left'))}{cell.format(paragraph('Right'))}</w:tr></w:tbl>"
    body = "".join(
        (
            paragraph("Inhalt 1", "Verzeichnis1"),
            paragraph("Ferry sinks", "Titel"),
            paragraph("The ferry sank on Monday, the council said.", properties="<w:outlineLvl w:val='9'/>"),
            paragraph("", "Titel"),
            paragraph("Rescue", "Haus"),
            paragraph("Boats", "Stufe"),
            paragraph("One", "Liste", "<w:numPr><w:numId w:val='1'/></w:numPr>"),
            paragraph("It is only indented.", "Liste"),
            paragraph("We sail.", "Zitat"),
            paragraph("x = 1", "Code"),
            table,
            paragraph("The quay", "Beschriftung"),
            paragraph("In a circle", "Kreis"),
        )
    )
    found = article(document(body))
    assert found.shown == [
        ("boilerplate", "Inhalt 1"),
        ("headline", "Ferry sinks"),
        ("paragraph", "The ferry sank on Monday, the council said."),
        ("subhead", "Rescue"),
        ("subhead", "Boats"),
        ("list-item", "One"),
        ("paragraph", "It is only indented."),
        ("block-quote", "We sail."),
        ("list-item", "Left"),
        ("list-item", "Right"),
        ("caption", "The quay"),
        ("paragraph", "In a circle"),
    ]
    assert found.content.split("\n")[3] == "Rescue"
    assert found.source("Rescue") == "Rescue"


def test_a_first_heading_is_the_headline() -> None:
    body = (
        paragraph("Ferry sinks", "berschrift1")
        + paragraph("It sank.")
        + paragraph("Rescue", "berschrift1")
        + paragraph("Soon.")
    )
    assert [kind for kind, _ in article(document(body)).shown] == ["headline", "paragraph", "subhead", "paragraph"]


def test_changes_are_accepted() -> None:
    body = "".join(
        (
            paragraph(
                run("The ")
                + "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
                + f"<w:ins>{run('new')}</w:ins>"
                + run(" pier.")
            ),
            paragraph(f"<w:moveFrom>{run('Gone.')}</w:moveFrom>"),
            paragraph(f"<w:moveTo>{run('Here now.')}</w:moveTo>"),
            paragraph("One ", properties="<w:rPr><w:del/></w:rPr>"),
            paragraph("line."),
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("Row gone.") + "</w:tc></w:tr></w:tbl>",
        )
    )
    assert [text for _, text in article(document(body)).shown] == ["The new pier.", "Here now.", "One line."]


def test_what_readers_do_not_see() -> None:
    field = "<w:r><w:fldChar/><w:instrText>PAGE the the</w:instrText></w:r>"
    body = paragraph(
        run("Seen")
        + run(" hidden", "<w:vanish/>")
        + run(" struck", "<w:strike/>")
        + field
        + run(" too", "<w:vanish w:val='0'/>")
    )
    body += paragraph("<w:r><w:commentReference w:id='1'/></w:r>")
    comments = "<w:comments><w:comment><w:p><w:r><w:t>no</w:t></w:r></w:p></w:comment></w:comments>"
    assert article(document(body, word__comments=comments)).shown == [("paragraph", "Seen too")]


def test_signs_breaks_boxes_and_notes() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></mc:Choice><mc:Fallback>{paragraph('Old')}</mc:Fallback></mc:AlternateContent></w:r>"
    body = paragraph("Rain falls.", "Titel") + paragraph(
        run("One.") + "<w:r><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>three.</w:t><w:softHyphen/></w:r>" + box
    )
    found = article(document(body, notes=f"<w:footnote>{paragraph('A note.')}</w:footnote>"))
    assert found.shown == [
        ("headline", "Rain falls."),
        ("paragraph", "One.\ntwo‑three."),
        ("paragraph", "In the box."),
        ("list-item", "A note."),
    ]
    assert found.content == "Rain falls.\nOne. two‑three.\nIn the box.\nA note."


def test_links_pictures_and_properties() -> None:
    link = f'<w:hyperlink r:id="rId7">{run("Report")}</w:hyperlink><w:r><w:drawing><wp:docPr descr="A ferry"/></w:drawing></w:r>'
    relation = '<Relationship Id="rId7" Type="x/hyperlink" Target="https://b.example/?utm_source=chatgpt.com" TargetMode="External"/>'
    core = "<dc:title>Draft 3</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2024-05-02T12:00:00Z</dcterms:created>"
    found = article(document(paragraph("Above.") + paragraph(link), relations=relation, core=core))
    assert found.layout.links.text == "https://b.example/?utm_source=chatgpt.com\n"
    assert found.layout.links.span(0, 5).start == len("Above.\n")
    assert found.layout.attributes.text == "A ferry\n"
    assert found.fields == {"page-title": "Draft 3", "byline": "Ann Lee", "created": "2024-05-02T12:00:00Z"}


def test_what_is_broken_in_the_text_is_said() -> None:
    broken = document("")
    body = "<w:document><w:body>" + paragraph("It sank.") + "<w:p><w:r>"
    broken = packed({"word/document.xml": body})
    found = article(broken)
    assert found.shown == [("paragraph", "It sank.")]
    assert found.layout.problem is not None
    assert found.layout.problem.case == "office"


BOMB = packed({"word/document.xml": b"<a>" + b" " * (80 << 20)})
LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><w:document><w:body>"
    + paragraph("&b;")
    + "</w:body></w:document>"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a Word document"),
        (b"It rained.", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "has a password"),
        (b"PK\x03\x04", "is broken"),
        (document(paragraph("It sank."))[:-40], "is broken"),
        (
            document(paragraph("It sank.")).replace(
                b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
            ),
            "is broken",
        ),
        (BOMB, "too large"),
    ],
)
def test_a_bad_archive_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    started = time.process_time()
    with pytest.raises(FileError, match=said):
        article(data)
    assert time.process_time() - started < 5


def test_entities_and_other_files_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text(f"<w:document><w:body>{paragraph('Hidden.')}</w:body></w:document>")
    assert article(packed({"word/document.xml": LAUGHS})).shown == []
    for target in (secret.as_uri(), str(secret), "../../secret.xml"):
        relation = f'<Relationships><Relationship Type="x/officeDocument" Target="{target}" TargetMode="External"/></Relationships>'
        assert article(packed({"_rels/.rels": relation})).shown == []
        assert article(packed({"_rels/.rels": relation.replace("External", "Internal")})).shown == []


def test_deep_nesting_ends() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 5_000
    found = article(document(paragraph("It sank.") + body))
    assert found.shown == [("paragraph", "It sank.")]
    assert found.layout.problem is not None


def test_a_run_over_documents(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / "ferry.docx").write_bytes(document(paragraph("Rain falls.") + paragraph("The the ferry sank.")))
    (tmp_path / "~$ferry.docx").write_bytes(b"\x06Ann")
    (tmp_path / "bomb.docx").write_bytes(BOMB)
    result = newslint("--quick", str(tmp_path))
    assert result.code == 3
    assert "ferry.docx:2:1: warning: 'the' is written twice" in result.out
    assert "bomb.docx: error: the Word document grows too large" in result.out + result.err
    assert "~$" not in result.out + result.err
    assert "does not change Word files" in newslint("--quick", "--fix", "ferry.docx").err
