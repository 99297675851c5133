"""Files that hold no article, by their form: templates, redirects. They are left out with a notice, not linted badly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from newslint.article.readers import templates

if TYPE_CHECKING:
    from newslint.article.readers.draft import Lines

_WORDS: Final = 120  # what has more words of its own is an article, whatever else is in it
_WORDS_EACH: Final = 40  # and so is what has that many for each loop or block
_SHORT: Final = 40
_REDIRECTS: Final = frozenset({"redirect", "redirect_to", "redirecturl", "redirect_url", "redirect-to"})
_REFRESH = re.compile(r"<meta[^<>]{0,80}http-equiv=[\"']?refresh\b", re.IGNORECASE)


def unfit(content: str, prose: str, metadata: Lines, *, broken: bool = False) -> str:
    """Which of `layout.UNREAD` a file is, or an empty string for an article; `broken`: its front matter could not be read."""
    words = len(prose.split(None, _WORDS + 1))
    if words > _WORDS:
        return ""
    if broken and ("{{" in content or "{%" in content):  # its values are the engine's
        return "template"
    if ("{%" in content or "{{" in content) and words < _WORDS_EACH * templates.structures(content):
        return "template"
    if words <= _SHORT and (_redirected(metadata) or ("efresh" in content and _REFRESH.search(content))):
        return "redirect"
    return ""


def _redirected(metadata: Lines) -> bool:
    for field in metadata.fields:
        if field.name.lower() in _REDIRECTS or (field.name == "layout" and "redirect" in field.value.lower()):
            return True
    return False
