"""Sentences: what each parsed sentence of the running text shows of people, word by word: names, descriptions, pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newslint.knowledge.facts.people import cast
from newslint.knowledge.facts.who import nouns
from newslint.knowledge.facts.who.attached import attached, identifies, subject
from newslint.knowledge.facts.who.beside import aged, implied, of_nation
from newslint.knowledge.facts.who.described import Description, described
from newslint.knowledge.facts.who.glimpse import Glimpse
from newslint.knowledge.facts.who.offices import offices
from newslint.knowledge.facts.who.salience import place, relative
from newslint.reading.parses import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newslint.article.document import Document
    from newslint.finding import Span
    from newslint.knowledge.facts.people import Cast, Named
    from newslint.reading.parses import Sentence

_READ: Final = frozenset({"paragraph", "list-item"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
_SEX: Final = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f", "himself": "m", "herself": "f"}
_GROUPS: Final = frozenset({"others", "people", "officials", "police", "staff", "fans"})
_FULL: Final = 2  # words of a name behind a title
_RESTRICTS: Final = frozenset({"prep", "relcl", "acl", "appos", "conj"})


def glimpses(document: Document) -> tuple[tuple[int, tuple[Glimpse, ...]], ...]:
    """What each sentence shows, quotations left out, in order, each with the number of the first sentence of its paragraph.

    Use `document.derived(glimpses)`. Empty if the text is read quickly.
    """
    who = document.derived(cast)
    if not document.settings.pipeline or not who.likely:
        return ()
    found: list[tuple[int, tuple[Glimpse, ...]]] = []
    paragraph, first = -1, 0
    for number, one in enumerate(parsed(document, running(document))):
        segment = document.segment_at(one.start)
        if segment is not None and segment.start != paragraph:
            paragraph, first = segment.start, number
        found.append((first, tuple(_glimpses(document, who, one))))
    return tuple(found)


def running(document: Document) -> list[Span]:
    """The sentences of paragraphs and lists."""
    return [
        span
        for segment in document.segments
        if segment.kind in _READ
        for span in document.sentences_in(segment.start, segment.end)
    ]


def _glimpses(document: Document, who: Cast, sentence: Sentence) -> Iterator[Glimpse]:
    found = [*_names(who, sentence)]
    heads = {number: one.person for one, tokens in found for number in tokens}
    every = [_named(one, tokens, sentence) for one, tokens in found]
    every += [_said(one, heads) for one in described(sentence) if one.token.i not in heads]
    every += [_titled(one, name) for one in described(sentence) for name, tokens in found if _leads(one, tokens)]
    every += [
        one for name in every for one in (*aged(document.prose.text, name), *of_nation(document.prose.text, name))
    ]
    every += [implied(one, heads) for one in offices(sentence, _people(who, heads))]
    every += [*_others(sentence, heads)]
    outside = (one for one in every if document.quoted.outside(one.start, one.end))
    yield from sorted(outside, key=_order)


def _people(who: Cast, heads: dict[int, int]) -> set[int]:
    """The words that name somebody who is a person for sure."""
    return {token for token, person in heads.items() if person in who.human}


def _order(one: Glimpse) -> tuple[int, bool, bool]:
    """In order of the text; "her" of "her brother" first, and what is said of somebody after the name."""
    return one.start, one.kind == "description", one.of is not None


def _names(who: Cast, sentence: Sentence) -> Iterator[tuple[Named, list[int]]]:
    """Each name of a likely person, with the numbers of its tokens."""
    doc, start = sentence.doc, sentence.start
    for one in who.within(start, start + len(doc.text)):
        if one.person in who.likely:
            span = doc.char_span(one.start - start, one.end - start, alignment_mode="expand")
            if span is not None:
                yield one, [token.i for token in span]


def _named(one: Named, tokens: list[int], sentence: Sentence) -> Glimpse:
    head = next((sentence.doc[i] for i in tokens if sentence.doc[i].head.i not in tokens), sentence.doc[tokens[-1]])
    return Glimpse(
        "name",
        one.start,
        one.end,
        head.i,
        one.person,
        subject=head.dep_ in _SUBJECT,
        place=place(head),
        relative=relative(head),
    )


def _said(one: Description, names: dict[int, int]) -> Glimpse:
    token = one.token
    of_head = one.kind == "bare" and token.dep_ == "conj" and token.head.tag_ == "NN"  # "the former mayor and senator"
    person, how = attached(token.head if of_head else token, names)
    of: int | None = token.i if person is not None else None
    if person is None:
        top = subject(token)
        if token.dep_ == "appos" and token.head.i < token.i:
            of = token.head.i if identifies(token) else None
        elif top is not None:
            of, how = top[0].i, top[1]
    restricted = any(_restricts(child) for child in token.rights)
    return Glimpse(
        "description",
        one.start,
        one.end,
        token.i,
        person,
        of,
        how,
        subject=token.dep_ in _SUBJECT or (token.dep_ == "poss" and token.head.dep_ in _SUBJECT),
        definite=not restricted and not _named_behind(token, names),
        description=one,
        place=place(token),
        relative=relative(token),
    )


def _leads(one: Description, tokens: list[int]) -> bool:
    """Whether a noun is a title that is taken for a part of a name: "Transport Secretary Kavita Menon"."""
    return one.token.i in tokens[:-_FULL] and one.token.text[0].isupper()


def _titled(one: Description, name: Named) -> Glimpse:
    return Glimpse("description", one.start, one.end, -1, name.person, -1, "title", description=one)


def _named_behind(token: Any, names: dict[int, int]) -> bool:
    """Whether a name follows a noun, with or without a comma: then the noun is that person's, whatever the parse says."""
    return any(at in names for at in range(token.i + 1, token.i + 3))


def _restricts(child: Any) -> bool:
    """Whether words behind a noun say which one is meant; "of Leeds" and "of two" tell more of one who is known."""
    if child.dep_ not in _RESTRICTS or _after_comma(child):
        return False
    named = any(name.dep_ == "pobj" and name.tag_ in ("NNP", "CD") for name in child.rights)
    return not (child.lower_ in ("of", "from", "at") and named)


def _after_comma(child: Any) -> bool:
    first = child.left_edge
    return first.i > 0 and first.nbor(-1).text in (",", "-", "–", "—", "(")


def _others(sentence: Sentence, names: dict[int, int]) -> Iterator[Glimpse]:
    """Pronouns of one person, and nouns for several."""
    for token in sentence.doc:
        start = sentence.start + token.idx
        if token.lower_ in _SEX and token.tag_ in ("PRP", "PRP$"):
            yield Glimpse(
                "pronoun",
                start,
                start + len(token.text),
                token.i,
                sex=_SEX[token.lower_],
                subject=token.dep_ in _SUBJECT,
                place=place(token),
            )
        elif token.tag_ in ("NNS", "NNPS") and token.i not in names and (noun := _singular(token.lower_)):
            yield Glimpse("crowd", start, start + len(token.text), token.i, noun=noun, counted=_counted(token))


def _counted(token: Any) -> bool:
    return any(
        child.dep_ == "nummod" or child.lower_ in ("several", "both", "other", "many") for child in token.children
    )


def _singular(word: str) -> str:
    """The singular of a plural noun for people, or a noun for a group of them; nothing for other words."""
    return nouns.one_of(word) or (word if word in _GROUPS else "")
