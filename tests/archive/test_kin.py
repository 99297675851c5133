"""Kin: each article with the one that it was made from, how it was made, and nothing beside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.archive.made import OTHER, REPLACED, SOURCE, minutes, spun
from tests.conftest import Run

pytest.importorskip("pyarrow")
pytest.importorskip("datasketch")
from newslint.archive.kin import marks
from newslint.archive.kin.bands import BANDS, candidates

REWORDED = """\
Port Selby is to lose the Grimshaw swing bridge for a year and a half: on Tuesday its council decided, 14 votes against 9, that the steel deck must go.

Dunmore Rail had found cracks in 212 hangers out of 640. Of the bill of £41.5m the Department of Harbours takes on £30m.

"We cannot ask another winter of this structure," Amira Holt, leader of the council, argued. "Every storm that passes is a gamble with people's lives."

Leonard Pike, who keeps a shop, speaks for those who would like a footbridge meanwhile; Marsh Lane, he warned in the Selby Courier, could see one customer in \
three stay away. "Nobody walks 3 miles round the basin for a loaf of bread," he said.

Some 11,400 vehicles cross each day what Mayor Edith Carrow inaugurated in 1931. From 6 January, Coldharbour Tunnel takes the buses 7, 19 and N4.

Councillors come back to the footbridge on 3 December, with a report by Castell and Moy before them."""


def kin(newslint: Run, *articles: tuple[str, str, str]) -> list[dict[str, Any]]:
    lines = (json.dumps({"id": name, "text": text, "date": day}) for name, text, day in articles)
    Path("a.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    done = newslint("kin", "a.jsonl", "--format", "json", "--jobs", "1")
    return [json.loads(line) for line in done.out.splitlines()]


def test_every_kind_at_once(newslint: Run) -> None:
    light = SOURCE.replace("on Tuesday ", "").replace("people's lives", "lives")
    longer = f"{SOURCE}\n\nOn Friday the council said that it would pay for a ferry, too.\n\nIt is to run from Custom Quay every half hour.\n"
    found = kin(
        newslint,
        ("reworded", REWORDED, "2024-11-08"),
        ("other", OTHER, "2024-11-09"),
        (
            "update",
            longer + "Tickets cost £1, and children travel free of charge until the end of the works.",
            "2024-11-10",
        ),
        ("source", SOURCE, "2024-11-05"),
        ("copy", SOURCE, "2024-11-06"),
        ("light", light, "2024-11-07"),
        ("spun", spun(SOURCE), "2024-11-08"),
    )
    assert {pair["path"]: pair["kind"] for pair in found} == {
        "reworded": "reworded throughout",
        "update": "update",
        "copy": "copy",
        "light": "light edit",
        "spun": "words replaced",
    }
    sources = {pair["path"]: pair["source"] for pair in found}
    assert (sources["copy"], sources["light"], sources["spun"]) == ("source", "source", "source")


def test_words_side_by_side_and_altered_quotations(newslint: Run) -> None:
    [pair] = kin(newslint, ("spun", spun(SOURCE), ""), ("source", SOURCE, "2024-11-05"))
    assert (pair["path"], pair["source"]) == ("spun", "source")
    assert {"source": "cracked", "article": "fissured", "count": 1} in pair["swaps"]
    assert len(pair["swaps"]) == len(REPLACED)
    assert pair["quotations"] == ["ask another [-winter-] {+wintertime+} of this [-structure-] {+construction+}"]
    done = newslint("kin", "a.jsonl", "--jobs", "1")
    assert done.code == 1
    lines = done.out.splitlines()
    assert lines[0].startswith("spun: words replaced of source: 9")
    assert "cracked → fissured" in lines[1]
    assert lines[2].startswith("    altered quotation: ")
    assert done.err == "1 article of 2 with a source; 1 pair compared (words replaced: 1)\n"


def test_the_same_whatever_the_order_and_number_of_processes(newslint: Run) -> None:
    articles = [("source", SOURCE, "2024-11-05"), ("other", OTHER, "2024-11-06"), ("spun", spun(SOURCE), "2024-11-07")]
    found = kin(newslint, *articles)
    assert kin(newslint, *articles[::-1]) == found
    assert len(found) == 1
    two = newslint("kin", "a.jsonl", "--format", "json", "--jobs", "2")
    assert [json.loads(line) for line in two.out.splitlines()] == found


def test_what_cannot_be_read_is_kin_of_nobody(newslint: Run) -> None:
    Path("a.jsonl").write_text('{"text": "Fine."}\n{torn\n{"text": 5}\n{"text": null}\n', "utf-8")
    done = newslint("kin", "a.jsonl", "--jobs", "1")
    assert (done.code, done.out) == (0, "")
    assert (
        done.err == "0 articles of 4 with a source; 0 pairs compared; 4 could not be read, or have no text to go by\n"
    )


def test_articles_in_a_folder(newslint: Run) -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text(SOURCE, "utf-8")
    Path("news/b.md").write_text(f"---\ndate: 2024-11-09\n---\n\n# Bridge is shut\n\n{spun(SOURCE)}\n", "utf-8")
    done = newslint("kin", "news", "--jobs", "1")
    assert "words replaced of news/" in done.out


def test_a_crowd_in_one_place_is_held_against_the_first() -> None:
    table = np.zeros((100, 2 * BANDS), np.uint64)
    table[:, 3] = 7
    assert len(candidates(table)) == 99 + 98
    table[50:, 3] = np.arange(50, dtype=np.uint64) + np.uint64(9)
    assert (0, 1) in candidates(table)
    assert candidates(np.zeros((5, 2 * BANDS), np.uint64)) == []


def test_an_article_that_is_a_part_of_another(newslint: Run) -> None:
    found = kin(
        newslint,
        ("whole", f"{minutes(70, 'Ostra')}\n\n{SOURCE}", "2024-11-05"),
        ("part", spun(SOURCE), "2024-11-06"),
        ("other", OTHER, "2024-11-07"),
    )
    assert [(pair["path"], pair["source"], pair["kind"]) for pair in found] == [("part", "whole", "words replaced")]
    assert found[0]["answered"] < 0.4
    assert found[0]["fixed"] > 0.9  # of the part's own names, numbers and quotations


def test_articles_that_share_a_part_are_no_kin(newslint: Run) -> None:
    footer = minutes(9, "Ostra")
    articles = [("one", f"{SOURCE}\n\n{footer}", "2024-11-05"), ("other", f"{OTHER}\n\n{footer}", "2024-11-05")]
    assert kin(newslint, *articles) == []
    assert newslint("kin", "a.jsonl", "--jobs", "1").err == "0 articles of 2 with a source; 1 pair compared\n"


def test_a_mark_that_many_articles_have_says_nothing() -> None:
    many, few = np.full(11, 7, np.uint64), np.full(3, 8, np.uint64)
    found = np.concatenate([many, *[few + np.uint64(number) for number in range(3)]])
    rows = np.concatenate([np.arange(11), *[np.arange(3)] * 3]).astype(np.uint64)
    assert marks.candidates(found, rows) == [(0, 1), (0, 2), (1, 2)]
    assert marks.candidates(found[:14], rows[:14]) == []
