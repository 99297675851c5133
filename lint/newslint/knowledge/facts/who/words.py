"""Words: what the parse says of one word of the running text: whether it is a noun by itself, or the subject of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from newslint.article.document import Document

_TELLS: Final = frozenset({"prep", "relcl", "acl", "appos"})  # what is behind a noun and says which one it is
_PART: Final = frozenset({"compound", "nmod", "amod", "poss"})


def stands_alone(document: Document, end: int) -> bool:
    """Whether the word that ends at an offset is a noun by itself, not described behind it; False if the text is read quickly."""
    token = _token(document, end)
    if token is None or token.tag_ not in ("NN", "NNP") or token.dep_ in _PART:
        return False
    return not any(child.dep_ in _TELLS for child in token.rights)


def is_noun(document: Document, end: int) -> bool:
    """Whether the word that ends at an offset is a noun with an adjective of its own; False if the text is read quickly."""
    token = _token(document, end)
    return (
        token is not None
        and token.tag_ in ("NN", "NNS", "NNP")
        and any(child.dep_ in ("amod", "det") for child in token.lefts)
    )


def goes_on(document: Document, end: int) -> bool:
    """Whether the word that ends at an offset says more of a noun behind it; False if the text is read quickly."""
    token = _token(document, end)
    return token is not None and token.dep_ in _PART and token.head.i > token.i and token.dep_ != "poss"


def does(document: Document, end: int) -> bool:
    """Whether the word that ends at an offset is the subject of a verb in the singular; False if the text is read quickly."""
    token = _token(document, end)
    if token is None or token.dep_ != "nsubj" or token.tag_ not in ("NNP", "NN"):
        return False
    return token.head.tag_ in ("VBZ", "VBD") and token.left_edge.i == token.i


def _token(document: Document, end: int) -> Any | None:
    if not document.settings.pipeline:
        return None
    for sentence in parsed(document, [document.sentence_at(end - 1)]):
        return next((token for token in sentence.doc if sentence.start + token.idx + len(token.text) == end), None)
    return None
