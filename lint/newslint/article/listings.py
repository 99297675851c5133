"""Listings: blocks of a page that are a program's source, a session at a prompt or a drawing, though nothing marks them."""

from __future__ import annotations

import re
from typing import Final

from newslint.patterns import lazy

# A prompt and a command: "$ ls -l", "ann@brell:~# cd", "C:\\> dir", "mysql> select", ">>> print", "PS C:\\> Get-Item".
_PROMPT = lazy(
    r"(?:\[?[\w.-]{1,30}@[\w.-]{1,40}[ :]?[^\s\]]{0,40}\]?[$#%>]|[A-Z]:\\[^\s>]{0,60}>|PS [A-Z]:\\[^>]{0,60}>|\w{2,12}>|>>>|\$) "
    r"(?:[a-z./~_-][\w./~+-]*|[A-Z][a-z]+-[A-Z]\w+)(?:[ (]|$)"
)
_SIGN = lazy(r"[{}\[\]();=<>|\\&$#*+^~@_]|--|::|->")
_STRONG = lazy(
    r"[{};\\|]\s*$|(?<![{}])[{}](?![{}])|[\\|]|=[\"']|[=!<>]=|\w\(\w*\)|::|->|<-|--\w|\$\w|&&|\|\||; (?:do|done|then|fi|else)\b",
    re.MULTILINE,
)
_WORDS = lazy(r"(?:[a-z]{2,},? ){4}")  # a clause of prose
_SEEN: Final = (
    "{",
    "}",
    "\\",
    "|",
    "=",
    "<",
    ">",
    "$",
    "%",
    "# ",
    "--",
    "::",
    "()",
)  # one is in every listing: a cheap test
_SIGNS: Final = 8  # of so many letters and signs one is a sign
_FEWEST: Final = 3
_LONGEST: Final = 2_000  # code points that are looked at


def is_listing(block: str) -> bool:
    """Whether a block is no prose: it begins at a prompt, or is full of the signs of code and has no clause of four words."""
    if not any(sign in block for sign in _SEEN):
        return False
    if _PROMPT.match(block):
        return True
    block = block[:_LONGEST]
    signs = len(_SIGN.findall(block))
    shown = len(block) - block.count(" ")
    return signs * _SIGNS >= shown and len(_STRONG.findall(block)) >= _FEWEST and _WORDS.search(block) is None
