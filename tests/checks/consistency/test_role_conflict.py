"""One person has one nation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from newslint.knowledge import gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable

    from newslint.finding import Finding


DEMONYMS = sorted(
    word for word, nation in gazetteer.nations().items() if nation.form == "adjective" and len(nation.codes) == 1
)


@given(st.sampled_from(DEMONYMS), st.sampled_from(["President", "Prime Minister", "Foreign Minister", "leader"]))
def test_one_nation_is_no_conflict(lint: Callable[..., tuple[Finding, ...]], nation: str, office: str) -> None:
    assert not lint(
        "consistency.role-conflict", f"We met {nation} {office} Ann Tully there. Later {nation} {office} Tully left."
    )


@given(st.sampled_from(DEMONYMS), st.sampled_from(DEMONYMS))
def test_two_nations_are_a_conflict(lint: Callable[..., tuple[Finding, ...]], one: str, other: str) -> None:
    codes = gazetteer.nations()
    text = f"We met {one} President Ann Tully there. Later the {other} leader Tully left."
    assert bool(lint("consistency.role-conflict", text)) == (not codes[one].codes & codes[other].codes)


def test_a_finding_stands_at_the_later_place_and_names_the_earlier(lint: Callable[..., tuple[Finding, ...]]) -> None:
    text = "We met Turkish President Kemal Aydin there. Later the Russian leader Aydin left."
    (finding,) = lint("consistency.role-conflict", text)
    (related,) = finding.related
    assert text[finding.span.start : finding.span.end] == "Russian leader"
    assert text[related.span.start : related.span.end] == "Turkish President"
