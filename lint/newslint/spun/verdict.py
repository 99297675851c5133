"""The verdict on an article: that it scores higher than all but a share of clean ones, and the words that speak for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newslint.spun.oddity import SUSPECT, margins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newslint.article.document import Document
    from newslint.spun.calibration import Share
    from newslint.spun.whole import Whole

_FEWEST: Final = 200  # words
_CLEAR: Final = -3.0  # margin of an article that is certainly not spun, in log-odds: the rest costs more to judge


def verdict(document: Document, share: Share, *, reader: bool) -> Whole | None:
    """Why an article counts as spun, by the light model or, with `reader`, by both; None: it does not, or is not judged.

    Articles with fewer than 200 words are not judged, nor what is mostly said by others, nor those below a threshold that the house
    has calibrated. Unavailable if the reader model is to read along and does not.
    """
    if len(document.prose.text.split()) < _FEWEST or _is_said(document) or _is_little(document):
        return None
    if _is_clear(document, share):
        return None
    found, thresholds = _by_both(document) if reader else _by_light(document)
    return found if found and found.log_odds > thresholds[share] else None


def _is_said(document: Document) -> bool:
    """Whether most of a text is somebody's words, as in minutes: the rest is speech, too, that its turns no longer show."""
    return 2 * sum(end - start for start, end in document.quoted.spans) > len(document.prose.text)


def _is_little(document: Document) -> bool:
    """Whether there is too little running prose: known before the model is asked, which costs most."""
    from newslint.spun.whole import FEWEST, running

    return document.derived(running).length < FEWEST


def _is_clear(document: Document, share: Share) -> bool:
    """Whether the light model's margin settles it, or a threshold that the house has drawn for itself."""
    found = margins(document)
    return found[SUSPECT] <= _CLEAR or (share in document.settings.text_thresholds and found[share] <= 0)


def _by_light(document: Document) -> tuple[Whole | None, Mapping[str, float]]:
    from newslint.spun.whole import fitted, whole

    return document.derived(whole), fitted().thresholds


def _by_both(document: Document) -> tuple[Whole | None, Mapping[str, float]]:
    from newslint.spun.reread import refitted, reread

    return document.derived(reread), refitted(document).thresholds
