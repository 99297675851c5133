"""Mojibake: words whose letters went through the wrong decoder, and what they were before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newslint.article.document import Document

# Text of these characters alone, as most English news is, is never looked at closely.
_ODD: Final = lazy("[^\x00-\x7f\xa0é‘’“”–—…]")
# The characters of ftfy's tables of badness, less finely sorted: what `_SUSPECT` passes over, ftfy finds sound. A test
# compares the two. ftfy itself takes 60 ms to import, so it is asked only where something looks like damage.
_UPPER = "\u00c0-ÞĂĀĄĆČĎĐĘĚĒĖĞĢİĪĶĹĽŁĻŃŇŅŐŌŒŘŚŞŠŢŤŮŰŪŲŸŹŻŽҐ"
_LETTER = "À-ÖØ-öø-ÿ\u0100-\u017f\ufb01\ufb02Ґґ"
_RARE = (
    "¦¤¨¬¯¸ƒˆˇ˘˛˜†‡‰⌐◊\ufffdªº¶§₧\u0384\u0385\u00b2\u00b3\u00b9\u00b1\u00bc\u00be×µ÷⁄∂∆∏∑√∞∩∫≈≠≡≤≥№\uf8ff˝"
    "│┌┐┘├┤┬┼═-╬▀▄█▌▐░▒▓"
)
_OPENING, _CLOSING, _MONEY = "¡«¿©‘‚“„•‹", "®»”›™", "¢£¥€"
_SUSPECT: Final = lazy(
    f"[\x80-\x9f]|[ŒœÂÃÎÐØÙ][^A-Za-z]|[{_RARE}][^\x00-\x7f]|[^\x00-\x7f][{_RARE}]|[{_LETTER}]°"
    f"|[{_LETTER}][{_OPENING}{_CLOSING}{_MONEY}½–—…·’´\xa0\xad][^\\s.,;:!?)’”\"']|[{_LETTER}][{_MONEY}½]"
    f"|[^\x00-\xbf‘“„«][{_UPPER}]|[{_CLOSING}{_MONEY}½][{_LETTER}{_MONEY}]|[{_MONEY}½][{_OPENING}{_CLOSING}]"
    f"|[{_UPPER}][{_OPENING}{_MONEY}]|[вВГР–—С][Ђ\x80-\xbf†-›‘-„€°µ]|[βΒΓΞΟā]€|[ΒΓΞΟ][^\\w\\s]|[ΓÔ]Ç|‚[âó]|√[øµ]|≈°"
)
# What ftfy leaves alone: marks that went through a console's code page, letters that became boxes, the trade mark,
# pairs that might be letters elsewhere but not at this place in a word.
_OWN: Final = lazy(
    "[ΓÔ]Ç[ÖÿÉ£¥ØôöªóÜû]|[├┬┼][\u0080-\u00ff─-╿▀-▟⌐ƒ₧Γπα]|â„[¢—]"
    "|(?<![^\\W\\d_])(?:[ÃĂ]…|√[ÄÖÜ])(?=[a-z])|(?<=[A-Za-z])(?:Ă[ŁŻ]|√£)(?=[a-z])|ÂŁ(?=\\d)"
)
_OWN_ENCODINGS: Final = ("cp1252", "cp1250", "mac-roman", "cp437", "cp850")
# A closing mark whose last byte, which is no character of Windows-1252, was dropped: ftfy takes it for a dagger.
_CUT_MARK: Final = lazy("(?<=\\S)â€(?=[\\s.,;:!?)]|\\Z)")
_OPEN_MARK: Final = lazy("â€œ|“")
_AMBIGUOUS: Final = "Ã¥"  # ftfy leaves it: å by way of Windows-1252, or a mark above by way of MacRoman
_LINE: Final = lazy(r"[^\n]+")
_PIECE: Final = 2000  # code points repaired and aligned at once: a bound on hostile input
_PHRASE: Final = 200  # code points of damaged words reported as one
_WORD: Final = lazy(r"[^ \t]+")
_BLANKS: Final = frozenset(" \t\n\xa0()[]<>|=/")  # where a word ends; one of Chinese or Japanese ends anywhere
_OUTER: Final = "\"'`‘’“”«»()[].,;:!?"


class Damage(Struct, frozen=True):
    """[start, end) of a text was decoded wrongly; `repair` is what it was, empty where a byte of it is lost."""

    start: int
    end: int
    repair: str


def damage(document: Document) -> tuple[Damage, ...]:
    """The damaged words of the prose, in order; for `derived`."""
    return tuple(find(document.prose.text))


def find(text: str) -> Iterator[Damage]:
    """The damaged words and phrases of any text, in order; those without a Latin letter in a row are one."""
    if text.isascii() or _ODD.search(text) is None:
        return
    last: Damage | None = None
    for start, end in _suspect_pieces(text):
        for found in _compare(text[start:end], _repaired(text[start:end]), start):
            if last and _one_phrase(text, last, found):
                repair = last.repair + " " + found.repair if last.repair and found.repair else ""
                last = Damage(last.start, found.end, repair)
                continue
            if last:
                yield last
            last = found
    if last:
        yield last


def _suspect_pieces(text: str) -> Iterator[tuple[int, int]]:
    """The lines, or pieces of very long ones, that hold something suspect."""
    for line in _LINE.finditer(text):
        start = line.start()
        if _SUSPECT.search(text, start, line.end()) is None:
            continue
        while start < line.end():
            end = min(start + _PIECE, line.end())
            if end < line.end():
                end = max(text.rfind(" ", start, end), start) + 1 or end
                end = end if end > start + 1 else start + _PIECE
            yield start, end
            start = end


def _repaired(piece: str) -> str:
    """A line as it was: repaired whole, as ftfy does, then word by word, for words may be damaged in several ways."""
    from ftfy import fix_encoding

    if _OPEN_MARK.search(piece):
        piece = _CUT_MARK.sub("â€\x9d", piece)
    piece = fix_encoding(piece)
    if _SUSPECT.search(piece) is None:
        return piece
    return _WORD.sub(lambda hit: _repaired_word(hit[0], fix_encoding), piece)


def _repaired_word(word: str, fix: Callable[[str], str]) -> str:
    """The word repaired to its last letter; itself where that fails, or where two readings are as good."""
    if word.isascii() or _AMBIGUOUS in word:
        return word
    repaired = _OWN.sub(lambda hit: _decoded(hit[0]), fix(word))
    return word if _SUSPECT.search(repaired) else repaired


def _decoded(damaged: str) -> str:
    """The one Western letter or mark that a few are the bytes of; themselves if no encoding makes one of them."""
    for encoding in _OWN_ENCODINGS:
        try:
            character = damaged.encode(encoding).decode()
        except UnicodeError:
            continue
        if len(character) == 1 and (character < "\u0100" or character >= "\u2010"):
            return character
    return damaged


def _compare(before: str, after: str, offset: int) -> Iterator[Damage]:
    """Where two versions differ, in whole words without the marks round them."""
    for start, end, there, until in _changes(before, after):
        while start and there and before[start - 1] == after[there - 1] and _in_word(before[start - 1]):
            start, there = start - 1, there - 1
        while end < len(before) and until < len(after) and before[end] == after[until] and _in_word(before[end]):
            end, until = end + 1, until + 1
        while start < end and there < until and before[start] == after[there] and before[start] in _OUTER:
            start, there = start + 1, there + 1
        while start < end and there < until and before[end - 1] == after[until - 1] and before[end - 1] in _OUTER:
            end, until = end - 1, until - 1
        repair = after[there:until]
        yield Damage(offset + start, offset + end, "" if "\ufffd" in repair else repair)


def _in_word(character: str) -> bool:
    return character not in _BLANKS and not "\u2e80" <= character <= "\u9fff"


def _changes(before: str, after: str) -> Iterator[tuple[int, int, int, int]]:
    """[start, end) of the first and [there, until) of the second version, once for a word."""
    if before == after:
        return
    from rapidfuzz.distance import Levenshtein

    last: tuple[int, int, int, int] | None = None
    for op in Levenshtein.opcodes(before, after):
        if op.tag == "equal":
            continue
        here = (op.src_start, op.src_end, op.dest_start, op.dest_end)
        if last and all(map(_in_word, before[last[1] : here[0]])):
            last = (last[0], here[1], last[2], here[3])
            continue
        if last:
            yield last
        last = here
    if last:
        yield last


def _one_phrase(text: str, one: Damage, other: Damage) -> bool:
    if other.end - one.start > _PHRASE:
        return False
    between = text[one.end : other.start]
    return between == " " and not any(c.isascii() and c.isalpha() for c in text[one.start : other.end])
