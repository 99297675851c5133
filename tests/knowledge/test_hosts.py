"""Hosts: what imitates a known one, how, and what only has a like name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newslint.knowledge.confusables import in_latin, skeleton
from newslint.knowledge.hosts import Hosts
from newslint.paths import builtin_rules
from newslint.wordlists import Lists

KNOWN = Hosts(frozenset(Lists([builtin_rules() / "lists"]).words("outlets")))


@pytest.mark.parametrize(
    ("host", "known", "how"),
    [
        ("nytirnes.com", "nytimes.com", "spelling"),
        ("www.nytirnes.com", "nytimes.com", "spelling"),
        ("vvashingtonpost.com", "washingtonpost.com", "spelling"),
        ("washingtonpst.com", "washingtonpost.com", "spelling"),
        ("washingtonpsot.com", "washingtonpost.com", "spelling"),
        ("theguardlan.com", "theguardian.com", "spelling"),
        ("b1oomberg.com", "bloomberg.com", "spelling"),
        ("news.theguardiian.com", "theguardian.com", "spelling"),
        ("bbc-news.co", "bbc.com", "addition"),
        ("world-cnn.live", "cnn.com", "addition"),
        ("cdc-gov.com", "cdc.gov", "addition"),
        ("who-int.org", "who.int", "addition"),
        ("whitehouse.gov.example.com", "whitehouse.gov", "prefix"),
        ("www.gov.uk.tax-refund.example", "gov.uk", "prefix"),
        ("secure.irs.gov.refunds.example", "irs.gov", "prefix"),
        ("abcnews.com.co", "abcnews.com", "ending"),
        ("washingtonpost.com.co", "washingtonpost.com", "ending"),
        ("theguardian.co", "theguardian.com", "ending"),
        ("nytіmes.com", "nytimes.com", "script"),
        ("ѕnopes.com", "snopes.com", "script"),
        ("xn--nytmes-rvf.com", "nytimes.com", "script"),
        ("www.réuters.com", "reuters.com", "script"),
    ],
)
def test_an_imitation_is_recognised(host: str, known: str, how: str) -> None:
    assert KNOWN.imitated(host) == (known, how)


@pytest.mark.parametrize(
    "host",
    "nytimes.com www.nytimes.com cooking.nytimes.com news.bbc.co.uk bbc.in nyti.ms guardian.ng independent.ie express.at time.com.tr cdc.gov.tw "
    "nasa.gov.in www.nytimes.com.ezproxy.library.example www-bbc-com.translate.goog independents.com guardians.com politica.com "
    "localhost münchen.de пример.испытание xn--80ak6aa92e.com times-news.com news-press.com sun-sentinel.com "
    "star-telegram.com european-union.example theonion.com msn.com abc.com nbc.com news.com x.com t.co thehinduonline.example".split(),
)
def test_what_only_has_a_like_name_is_none(host: str) -> None:
    assert KNOWN.imitated(host) is None


def test_a_skeleton_is_what_is_seen_at_a_glance() -> None:
    assert skeleton("nytirnes") == skeleton("nytimes")
    assert skeleton("theguardlan") == skeleton("theguardian")
    assert skeleton("cnn") != skeleton("can")
    assert in_latin("ріttѕburgh") == "pittsburgh"


def test_a_house_adds_its_own(newslint: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "See [this](https://brell-courier-news.example/1) and [that](https://www.brellcourler.example/).\n", "utf-8"
    )
    assert newslint("--select", "integrity.lookalike-domain", "a.md").out == ""
    (tmp_path / ".newslint.yaml").write_text("outlets: [www.brellcourier.example]\n", "utf-8")
    result = newslint("--select", "integrity.lookalike-domain", "a.md")
    assert result.code == 1
    assert "'www.brellcourler.example', which is easily taken for brellcourier.example" in result.out
