"""Which folders belong to a site whose generator reads the files first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newslint.run.site import templated

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "is_site"),
    [
        ("_config.yml", "", True),
        ("hugo.toml", "", True),
        ("astro.config.mjs", "", True),
        ("eleventy.config.js", "", True),
        ("config/_default/params.toml", "", True),
        ("config.toml", 'baseURL = "https://pier.example"\n', True),
        ("config.toml", "[server]\nport = 1\n", False),
        ("package.json", '{"devDependencies": {"@11ty/eleventy": "1"}}', True),
        ("package.json", '{"dependencies": {"left": "1"}}', False),
        ("notes.txt", "", False),
    ],
)
def test_a_configuration_makes_a_site(tmp_path: Path, name: str, text: str, is_site: bool) -> None:
    folder = tmp_path / "content" / "news"
    folder.mkdir(parents=True)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text)
    (tmp_path / ".git").mkdir()
    assert templated(str(folder)) is is_site


def test_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").touch()
    (tmp_path / "inner" / ".git").mkdir(parents=True)
    assert not templated(str(tmp_path / "inner"))
    assert not templated(str(tmp_path / "missing"))
