"""Files that hold no article, by their form: templates, redirects, mails, listings. They are left out with a notice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.article.readers import templates
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.article.readers.draft import Lines

_WORDS: Final = 120  # what has more words of its own is an article, whatever else is in it
_WORDS_EACH: Final = 40  # and so is what has that many for each loop or block
_SHORT: Final = 40
_REDIRECTS: Final = frozenset({"redirect", "redirect_to", "redirecturl", "redirect_url", "redirect-to"})
# A listing in Markdown shows loops of its own: `html! {{ for …`.
_FENCED = lazy(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?^ {0,3}\1", re.DOTALL | re.MULTILINE)
_REFRESH = lazy(r"<meta[^<>]{0,80}http-equiv=[\"']?refresh\b", re.IGNORECASE)


def unfit(content: str, prose: str, metadata: Lines, *, broken: bool = False) -> str:
    """Which of `layout.UNREAD` a file is, or an empty string for an article; `broken`: its front matter could not be read."""
    words = len(prose.split(None, _WORDS + 1))
    if words > _WORDS:
        return ""
    if broken and ("{{" in content or "{%" in content):  # its values are the engine's
        return "template"
    if ("{%" in content or "{{" in content) and words < _WORDS_EACH * templates.structures(_FENCED.sub("", content)):
        return "template"
    if words <= _SHORT and (_redirected(metadata) or ("efresh" in content and _REFRESH.search(content))):
        return "redirect"
    return ""


_HEADER = lazy(r"\s*+(?:>?From \S+@\S+ [^\r\n]+\r?\n)?[A-Za-z][A-Za-z-]*:[ \t]")
_HEAD_END = lazy(r"(?:\r\n?+|\n)[ \t]*[\r\n]")
_MIME = lazy(
    r"^[ \t]*(?:MIME-Version:[ \t]*\d|Content-Transfer-Encoding:[ \t]*[\w-]+|"
    r"Content-Type:[ \t]*multipart/[\w.+-]+;\s*(?:[\w-]+=[^;\n]{0,80};\s*)?boundary=)",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD: Final = 40_000  # code points in which the headers of a mail end


def is_mail(content: str) -> bool:
    """Whether a text is a mail as it travels: its headers, up to the first empty line, say how its parts are encoded."""
    first = _HEADER.match(content)
    if first is None:
        return False
    end = _HEAD_END.search(content, first.end(), _HEAD)
    return _MIME.search(content, 0, end.start() if end else _HEAD) is not None


# Before the `.txt` of a file that was saved as text to be shown or sent.
_SOURCES: Final = frozenset(
    "asm asp atom awk bash bashrc bat c cc cfg cgi conf config cpp cs css csv diff emacs f90 fstab gitignore go h hpp htaccess "
    "html ical ics ini java jl js json jsx ksh log lua m4 mak makefile mk pas patch php pl plist pm properties ps1 py r rb rc rdf "
    "robots rs rss scala scm sed sh sql st svg swift tcl tex toml ts tsv vb vim vimrc xmodmap xml xsl xslt yaml yml zsh".split()
)
_FILES: Final = frozenset(
    "bashrc fstab gitignore htaccess makefile robots vimrc xmodmap".split()
)  # names without a suffix
_MAINFRAME: Final = frozenset({"cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1047", "cp1140"})
_STARTS = lazy(
    r"\s*+(?:<\?xml\b|<\?php\b|<!DOCTYPE\b|<(?:rss|rdf:RDF|feed|svg|html)\b|#!\s?/|#include\s?[<\"])", re.IGNORECASE
)
_CODE_STARTS = lazy(
    r"[ \t]*(?:[#%$](?![\w#])|//|/\*|\*/|;;|</?[A-Za-z][^<>\n]*>|[}{]|"
    r"(?:if|for|while|def|class|return|import|print|echo|printf|sub|my"
    r"|use|var|let|const|int|char|void|struct|static|public|private)\b[^\n]*(?:[{}=]|\w\(|;[ \t]*$))"
)
_CODE_ENDS = lazy(r"(?:[{}\\]|\w\(\)|=>?)\Z")
_CODE_INSIDE = lazy(r"[={}$]|\w\(")
_SENTENCE = lazy(r"[^\n]*(?:[a-z]+,? ){5}[^\n={}$]*[.!?][\"”’)]*[ \t]*$")
_PROSE: Final = 5  # of every so many lines one is a sentence: an article, whatever its other lines are
_LINES: Final = 200  # looked at
_LONGEST: Final = 300  # code points of a line that are looked at
_FEWEST: Final = 10
_SHARE: Final = 2  # of every so many lines at least one is code


def is_source(path: str) -> bool:
    """Whether the name of a file says that it is source code, a feed or a configuration that was given `.txt` to be shown."""
    stem, _, _ = path.lower().replace("\\", "/").rpartition("/")[2].rpartition(".")
    return stem.rpartition(".")[2] in _SOURCES if "." in stem else stem in _FILES


def is_listing(content: str) -> bool:
    """Whether a text is the source of a program or a page, or most of its lines look like one's."""
    if _STARTS.match(content):
        return True
    lines = [line[:_LONGEST] for line in content[:_HEAD].splitlines()[:_LINES] if line.strip()]
    if len(lines) < _FEWEST or sum(map(_is_code, lines)) * _SHARE < len(lines):
        return False
    return sum(map(bool, map(_SENTENCE.match, lines))) * _PROSE < len(lines)


def _is_code(line: str) -> bool:
    """Whether a line looks like one of a program, by how it begins or ends."""
    if _CODE_STARTS.match(line):
        return True
    body = line.rstrip(" \t")
    if body.endswith(";"):
        return _CODE_INSIDE.search(body) is not None
    return _CODE_ENDS.search(body, max(len(body) - 3, 0)) is not None


def is_dump(encoding: str) -> bool:
    """Whether a file is in an encoding that only mainframes write: a record of one, or bytes that are no text at all."""
    return encoding in _MAINFRAME


def _redirected(metadata: Lines) -> bool:
    for field in metadata.fields:
        if field.name.lower() in _REDIRECTS or (field.name == "layout" and "redirect" in field.value.lower()):
            return True
    return False
