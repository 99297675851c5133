"""Words added to a configuration that is otherwise left as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from newslint.editing.vocabulary import add, added
from newslint.errors import ConfigError


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'vocabulary:\n  - "Yeti"\n'),
        ("# ours\nlanguage: en-GB\n", '# ours\nlanguage: en-GB\nvocabulary:\n  - "Yeti"\n'),
        ("vocabulary: [Aotearoa]  # names\nlanguage: en\n", 'vocabulary: [Aotearoa, "Yeti"]  # names\nlanguage: en\n'),
        ("vocabulary: []\n", 'vocabulary: ["Yeti"]\n'),
        (
            "vocabulary:\n- Aotearoa # a land\nlanguage: en\n",
            'vocabulary:\n- Aotearoa # a land\n- "Yeti"\nlanguage: en\n',
        ),
        ("vocabulary:\n    - Aotearoa", 'vocabulary:\n    - Aotearoa\n    - "Yeti"'),
        ("vocabulary:\n", 'vocabulary:\n  - "Yeti"\n'),
        ("vocabulary: ~\nlanguage: en\n", 'vocabulary:\n  - "Yeti"\nlanguage: en\n'),
        ("vocabulary: [Yeti]\n", "vocabulary: [Yeti]\n"),
    ],
)
def test_one_more_word(before: str, after: str) -> None:
    assert added(before, "Yeti") == after
    assert "Yeti" in yaml.safe_load(after)["vocabulary"]


@pytest.mark.parametrize("word", ['say "no"', "key: value", "# 1", "São Tomé", "😀"])
def test_any_word_is_read_back(word: str) -> None:
    assert yaml.safe_load(added("vocabulary:\n  - one\n", word))["vocabulary"] == ["one", word]


def test_what_cannot_be_changed_is_left(tmp_path: Path) -> None:
    config = tmp_path / ".newslint.yaml"
    for broken in ("vocabulary: [\n", "vocabulary: yes\n", "- a list\n"):
        config.write_text(broken, "utf-8")
        with pytest.raises(ConfigError):
            add(str(config), "Yeti")
        assert config.read_text("utf-8") == broken
