"""Labels the blocks of an article by position and typography: headline, byline, dateline, caption, …"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.article.listings import is_listing
from newslint.article.openings import DAY, MONTH, opening
from newslint.article.segment import Segment
from newslint.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newslint.article.segment import Block, Kind


_BYLINE = lazy(
    r"(?:By|BY|by|Words by|Story by|Written by|Analysis by|Review by):? (?=[A-Z\u00c0-\u00de]|our |staff |a staff )"
    r"(?:[^.!?]|\b(?:[A-Z]|Jr|Sr|St|Dr)\.){2,110}\.?$"
)
_DATE = lazy(
    rf"(?:(?:First |Last )?(?:Published|Updated|Posted|Modified|Date)\b[:,]? ?(?:on |at )?)?(?:{DAY},? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
    r"(?:[\s,|·•@/–—-]++|\d{4}\b|T?\d{1,2}(?:[:.]\d\d){0,2}|[ap]\.?m\b\.?|at\b|[A-Z]{1,4}\b"
    r"|(?:Last )?(?:[Uu]pdated|[Pp]ublished|[Mm]odified):?"
    rf"|{MONTH}(?![A-Za-z]))*+$"
)
_AGE = lazy(r"This (?:article|story) is more than \d+ \w+ old$")
_LOWER = "a-zß-öø-ÿ"
_CAPITALS = rf"[^\W\d_{_LOWER}][^\W\d_{_LOWER}'’.]++(?:-[^\W\d_{_LOWER}'’.]++)*+"
# Datelines such as LONDON, NEW YORK (AP), ST. PAUL, Minn., BEIJING/SHANGHAI, March 3 (Reuters) before a dash;
# in lower case only with an agency in brackets.
_DATELINE = lazy(
    rf"(?:{_CAPITALS}\.?(?:(?:, | |/)(?={_CAPITALS}))?+){{1,6}}+(?:, [A-Z][\w.' ]{{1,24}}?)?"
    rf"(?:, ?{MONTH} ?\d{{0,2}}(?:, ?\d{{4}})?)?"
    rf"(?:,? ?(?:\([^)]{{2,40}}\)|/[\w. -]{{2,30}}/))? ?(?:—|–|--|-(?= )) ?+(?![{_LOWER}])"
    rf"|(?:[A-Z][\w.'’-]++,? ){{1,4}}(?:{MONTH} \d{{1,2}}(?:, ?\d{{4}})?,? )?\([A-Z][\w /.'-]{{1,30}}\) ?(?:—|–|--|-) ?"
)
_CREDIT = lazy(
    r"\(?(?:(?:With )?(?:[Aa]dditional|[Ff]urther) )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by\b"
    r"|(?:Photo|Photograph|Image|Picture|Credit|Source|Graphic|Video)s?(?: by|:| credit:)"
    r"|(?:This|The) (?:story|article|report) (?:was|is|has been) (?!amended|corrected|updated)\w+ (?:by|from|with)\b",
    needs=("ing by|ompiled by|Photo|Image|Picture|Credit|Source|Graphic|Video|story|article|report",),
)
_CREDIT_END = lazy(
    r"\b(?:contributed to (?:this|the) (?:report|story|article)\b|contributed (?:additional )?reporting\b)"
    r"[^.]{0,60}\.?$"
)
_CAPTION = lazy(
    r"\(?(?:FILE\b|File\b)(?: ?(?:PHOTO|photo|image|IMAGE)\b)? ?(?:[:\-—–]|\()|\(?File (?:photo|image)\b"
    r"|(?:PHOTO|Caption)\b ?[:\-—–]|In (?:this|an?)\b.{0,60}?\b(?:photo|image|photograph|frame)\b"
    r"|This (?:undated |.{0,30}\d{4},? )(?:file |handout )?(?:photo|image)\b"
)
_CAPTION_END = lazy(
    r"\([^()]{0,80}\b(?:[Pp]hoto|[Ii]mage|[Pp]hotograph|[Pp]icture|Getty|via AP|via REUTERS)\b[^()]{0,80}\)\.?$"
    r"|\b(?:Photograph|Composite|Illustration): [A-Z][^.:]{1,70}$"
)
_CORRECTION = lazy(
    r"(?:Correction|Clarification|CORRECTION|CLARIFICATION|Editor['’]s note|Editors['’] note|Note to readers)s?\b"
    r"(?:[ ,(][^:—–]{0,40})?[:—–]"
    r"|(?:Update|UPDATE)\b(?:[ ,(][^:—–]{0,20}\d[^:—–]{0,12})?[:—–]"
)
_AMENDED = lazy(
    r"(?:[•*–-] ?)?(?:An earlier version of this (?:story|article|report|headline)\b"
    r"|This (?:story|article|report|headline|piece)(?:['’]s \w+)? (?:was|has been) "
    r"(?:corrected|amended|updated|clarified|changed)\b)"
)
# First words of notes: testing for literals takes a tenth of the time, and most blocks start with none of them.
_BYLINE_STARTS: Final = ("By", "BY ", "by ", "Words by", "Story by", "Written by", "Analysis by", "Review by")
_CREDIT_STARTS: Final = (
    *("(", "With ", "Additional", "additional", "Further", "further", "Reporting", "reporting", "Writing", "writing"),
    *(
        "Editing",
        "editing",
        "Compiled",
        "compiled",
        "Photo",
        "Image",
        "Picture",
        "Credit",
        "Source",
        "Graphic",
        "Video",
    ),
    *("This ", "The "),
)
_DASHES: Final = ("—", "–", " -", "--")
_DIGIT = lazy(r"\d")
_NOTE_STARTS: Final = (
    *(
        "FILE",
        "File",
        "(FILE",
        "(File",
        "PHOTO",
        "Caption",
        "In this ",
        "In a ",
        "In an ",
        "This ",
        "An earlier ",
        "•",
        "*",
    ),
    *("-", "–", "Correction", "CORRECTION", "Clarification", "CLARIFICATION", "Editor", "Note to ", "Update", "UPDATE"),
)
# A headline may end in a question mark, an exclamation mark, or an abbreviation of a country, state or company.
_ASKING = lazy(
    r"(?:[?!][\"”’')\]]*|\.[A-Z]\.|\b(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo|Inc|Co|Corp|Ltd|Jr|Sr)\.)$"
)
_ITEM = lazy(r"(?:[-*•‣◦▪■●►▶–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_FULL_STOP = lazy(r"[.!?…][\"”’')\]]*$")
_CLOCK = lazy(r"\d{1,2}[:.]\d\d(?:[ap]m)? ")  # the entries of a live page
_ADDRESS: Final = lazy(r"://|@|www\.")
_SHORT_HEADLINE, _SHORT_DEK, _SHORT_SUBHEAD = 25, 40, 10  # words
_LONGEST_DATELINE: Final = 90  # code points
_LONGEST_NOTE: Final = 1_200  # a caption or correction
_LONGEST_BRACKET: Final = 170  # that a caption may end with
_CREDITED: Final = ": "
_LONGEST_CREDIT: Final = 400


# A line of a list of commits: "[a1b2c3d4] - doc: mend the index (Ann Lee)", "a1b2c3d4 Fix: …", "feat(index): … (#12)". Its
# words were fixed when it was made.
_COMMIT = lazy(
    r"\[(?:\ufffc|[0-9a-f]{7,40})\] [-–] |(?=[0-9a-f]{0,39}\d)(?=\d{0,39}[a-f])[0-9a-f]{7,40}[: –-]"
    r"|(?:\ufffc:? )?(?:breaking|build|chore|ci|deps|docs?|feat|fix|new|perf|refactor|revert|style|tests?|update|upgrade)"
    r"(?:\([^()\n]{1,40}\))?!?: [^\n]+\)[ .\]\d#]*$",
    re.IGNORECASE,
)


# Lines of a mail that an answer to it quotes, where no markup says so: "| The pier is closed | on Monday".
_ANSWERED = lazy(r"(?:\||>{1,3}) ?[\w\"“‘'(](?!.*\|\s*$)", re.DOTALL)
_PROSE: Final = frozenset({"paragraph", "list-item", "subhead", "block-quote"})


def label(text: str, blocks: Sequence[Block]) -> list[Segment]:
    """Labels the blocks by markup and, if there is none, by position and typography.

    `blocks` are in order. A dateline becomes a segment of its own before its paragraph.
    """
    out: list[Segment] = []
    titled = len(blocks) == 1 or any(block.kind == "headline" for block in blocks)
    body = False
    for number, (start, end, marked, language) in enumerate(blocks):
        last = number + 1 == len(blocks)
        kind = marked or _kind(text[start:end], before=out, body=body, untitled=not titled and not out, last=last)
        if kind == "list-item" and _COMMIT.match(text[start:end]):
            kind = "boilerplate"
        if kind == "paragraph" and text[start] in "|>" and _ANSWERED.match(text, start, end):
            kind = "block-quote"
        if kind in _PROSE and is_listing(text[start:end]):
            kind = "boilerplate"
        if kind == "paragraph":
            out.extend(_paragraph(text, start, end, lede=not body, language=language))
            body = True
        else:
            out.append(Segment(kind, start, end, language=language, marked=marked is not None))
    return out


def _paragraph(text: str, start: int, end: int, *, lede: bool, language: str) -> list[Segment]:
    """A paragraph, with its dateline split off if it starts with one."""
    hit = None
    if lede:
        head = text[start : min(end, start + _LONGEST_DATELINE)].replace("\u00a0", " ")
        hit = _DATELINE.match(head) if any(dash in head for dash in _DASHES) else None
    if hit is None or start + hit.end() >= end:
        return [Segment("paragraph", start, end, lede, language)]
    edge, begin = start + len(hit[0].rstrip()), start + hit.end()
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    return [Segment("dateline", start, edge, language=language), Segment("paragraph", begin, end, lede, language)]


def _kind(block: str, *, before: list[Segment], body: bool, untitled: bool, last: bool) -> Kind:
    if special := furniture(block, body=body):
        return special
    words = block.count(" ") + 1
    if words > _SHORT_DEK:
        return "paragraph"
    stops = _FULL_STOP.search(block) is not None
    if untitled and words <= _SHORT_HEADLINE and (not stops or _ASKING.search(block)):
        return "headline"
    open_ended = stops or block.endswith((":", ","))
    if before and not body and not open_ended and (kind := opening(block, before[-1].kind)):
        return kind
    if _ITEM.match(block):
        return "list-item"
    if body and not last and not stops and words <= _SHORT_SUBHEAD and _subhead(block):
        return "subhead"
    return "paragraph"


def _subhead(block: str) -> bool:
    starts = block[0].isupper() or _CLOCK.match(block) is not None
    return starts and block[-1].isalnum() and _ADDRESS.search(block) is None


def furniture(block: str, *, body: bool) -> Kind | None:
    """Byline, date line, credit, caption or correction, if the block's first or last words say so."""
    if len(block) > _LONGEST_NOTE:
        return None
    if "\u00a0" in block:
        block = block.replace("\u00a0", " ")
    if len(block) <= _LONGEST_CREDIT and (kind := _line(block, body=body)):
        return kind
    tail = block[-_LONGEST_BRACKET:]
    if (tail.endswith((")", ").")) or _CREDITED in tail) and _CAPTION_END.search(tail):
        return "caption"
    if not block.startswith(_NOTE_STARTS):
        return None
    if _CAPTION.match(block):
        return "caption"
    return "correction" if _CORRECTION.match(block) or _AMENDED.match(block) else None


def _line(block: str, *, body: bool) -> Kind | None:
    if not body and block.startswith(_BYLINE_STARTS) and _BYLINE.match(block):
        return "byline"
    if len(block) <= _LONGEST_DATELINE:
        if _DIGIT.search(block) and _DATE.match(block):
            return "dateline"
        if _AGE.match(block):
            return "boilerplate"
    credited = block.startswith(_CREDIT_STARTS) and _CREDIT.match(block)
    return "credit" if credited or (" contributed " in block and _CREDIT_END.search(block)) else None
