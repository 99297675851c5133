"""The checks of people and wording, beyond what the examples of their rules show."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.article.document import Settings
from newslint.article.readers import document_of
from newslint.article.text import Text
from newslint.engine.linter import Linter
from newslint.finding import Finding
from newslint.knowledge import gazetteer
from newslint.rulebook.packs import builtin

RULES = {rule.id: rule for rule in builtin() if rule.pack == "consistency"}
DEMONYMS = sorted(
    word for word, nation in gazetteer.nations().items() if nation.form == "adjective" and len(nation.codes) == 1
)


def found(rule: str, text: str) -> tuple[Finding, ...]:
    article = document_of(Text(text, "article"), Settings(today=datetime.date(2024, 5, 15)))
    report = Linter([RULES[f"consistency.{rule}"]]).lint(article)
    assert not report.errors
    return report.findings


@given(st.sampled_from(DEMONYMS), st.sampled_from(["President", "Prime Minister", "Foreign Minister", "leader"]))
def test_one_nation_is_no_conflict(nation: str, office: str) -> None:
    assert not found("role-conflict", f"We met {nation} {office} Ann Tully there. Later {nation} {office} Tully left.")


@given(st.sampled_from(DEMONYMS), st.sampled_from(DEMONYMS))
def test_two_nations_are_a_conflict(one: str, other: str) -> None:
    codes = gazetteer.nations()
    text = f"We met {one} President Ann Tully there. Later the {other} leader Tully left."
    assert bool(found("role-conflict", text)) == (not codes[one].codes & codes[other].codes)


def test_a_finding_stands_at_the_later_place_and_names_the_earlier() -> None:
    text = "We met Turkish President Kemal Aydin there. Later the Russian leader Aydin left."
    (finding,) = found("role-conflict", text)
    (related,) = finding.related
    assert text[finding.span.start : finding.span.end] == "Russian leader"
    assert text[related.span.start : related.span.end] == "Turkish President"


@given(st.text(alphabet="ab -.“”\nABU.S", max_size=200))
@pytest.mark.parametrize(
    "rule", ["abbreviation", "spelling-variant", "term-drift", "quote-speaker", "headline-contrast", "known-name"]
)
def test_any_text_is_read(rule: str, text: str) -> None:
    found(rule, text)


@given(st.integers(1, 4), st.integers(1, 4))
def test_the_rarer_style_is_reported_where_it_first_stands(us: int, points: int) -> None:
    sentences = ["The US fleet sailed."] * us + ["The U.S. fleet sailed."] * points
    (finding,) = found("abbreviation", " ".join(sentences))
    rarer = "US" if us < points else "U.S."
    assert finding.match == rarer


def test_candidates_alone_load_rapidfuzz() -> None:
    import subprocess
    import sys

    code = (
        "import sys, datetime\n"
        "from newslint.article.document import Settings\n"
        "from newslint.article.readers import document_of\n"
        "from newslint.engine.linter import Linter\n"
        "from newslint.rulebook.packs import builtin\n"
        "from newslint.article.text import Text\n"
        "rules = [rule for rule in builtin() if rule.id in ('consistency.known-name', 'consistency.name-variant')]\n"
        "text = Text('Angela Merkel met Ann Tully and Zoltan Kertesz.', 'x')\n"
        "Linter(rules).lint(document_of(text, Settings(today=datetime.date(2024, 5, 15))))\n"
        "assert 'rapidfuzz' not in sys.modules, 'loaded without a candidate'\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
