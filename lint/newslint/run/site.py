"""Site: whether a folder belongs to a site whose generator replaces template tags before readers see a file."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from newslint.patterns import lazy

# fmt: off
_CONFIGURATIONS: Final = frozenset({
    "_config.yml", "_config.yaml", "_config.toml", "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", ".eleventy.js",
    ".eleventy.cjs", "mkdocs.yml", "mkdocs.yaml", "docusaurus.config.js", "antora.yml", "antora-playbook.yml",
    "book.toml", "_quarto.yml", "myst.yml", "pelicanconf.py", "gatsby-config.js", "gridsome.config.js", "config.rb",
    "_bookdown.yml", "zola.toml", "lektor.lektorproject", "nikola.conf.py", "mix.lektor", "metalsmith.json",
})
# fmt: on
_NAMED = lazy(
    r"(?:eleventy|docusaurus|astro|next|nuxt|svelte|vuepress|gatsby|gridsome|contentlayer|docs)[.-]config\.[cm]?[jt]s$"
)
_AMBIGUOUS: Final = {  # a name that other programs use, too → what only a site's says
    "config.toml": lazy(r"^\s*(?:base_?url|languageCode|theme)\s*=", re.MULTILINE | re.IGNORECASE),
    "config.yaml": lazy(r"^(?:baseurl|languageCode|theme)\s*:", re.MULTILINE | re.IGNORECASE),
    "config.yml": lazy(r"^(?:baseurl|languageCode|theme)\s*:", re.MULTILINE | re.IGNORECASE),
    "conf.py": lazy(r"^(?:extensions|html_theme)\s*=", re.MULTILINE),
    "package.json": lazy(
        r'"(?:@11ty/eleventy|@docusaurus/\w+|astro|next|nuxt|gatsby|gridsome|hexo|vitepress|vuepress|metalsmith)"\s*:'
    ),
}
_LONGEST: Final = 200_000


@lru_cache(maxsize=8192)
def templated(folder: str) -> bool:
    """Whether a site's configuration is in a folder or above it, not beyond the repository's top."""
    here = Path(folder)
    try:
        names = {entry.name for entry in here.iterdir()}
    except OSError:
        return False
    if not names.isdisjoint(_CONFIGURATIONS) or any(_NAMED.search(name) for name in names if "config." in name):
        return True
    if any(_says(here / name, said) for name, said in _AMBIGUOUS.items() if name in names):
        return True
    if (here / "config" / "_default").is_dir():
        return True
    return here.parent != here and ".git" not in names and templated(str(here.parent))


def _says(path: Path, said: re.Pattern[str]) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return said.search(file.read(_LONGEST)) is not None
    except OSError:
        return False
