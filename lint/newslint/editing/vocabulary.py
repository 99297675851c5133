"""Vocabulary: a word added to a configuration's `vocabulary`, the rest of the file left as it is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from newslint.errors import ConfigError

_KEY: Final = "vocabulary"


def add(config: str, word: str) -> None:
    """Adds a word to the configuration at a path, which is made if there is none. ConfigError if it cannot be changed."""
    path = Path(config)
    try:
        before = path.read_bytes().decode() if path.exists() else ""
        after = added(before, word)
        if after != before:
            path.write_bytes(after.encode())
    except (OSError, ValueError) as fault:  # a UnicodeError is a ValueError
        raise ConfigError(f"cannot add a word to the configuration: {fault}", path=config) from None


def added(content: str, word: str) -> str:
    """A configuration's text with a word in its vocabulary: as one more item of the list, in the style of the list.

    ValueError if the text is no configuration, or its vocabulary no list.
    """
    import yaml

    try:
        node: Any = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        raise ValueError("it is not valid YAML") from None
    if node is not None and not isinstance(node, yaml.MappingNode):
        raise ValueError("it has no keys")
    item = json.dumps(word, ensure_ascii=False)  # a JSON string is a YAML scalar, whatever is in it
    listed = next((value for key, value in node.value if key.value == _KEY), None) if node is not None else None
    if listed is None:
        head = content.rstrip("\n")
        return f"{head}\n{_KEY}:\n  - {item}\n" if head else f"{_KEY}:\n  - {item}\n"
    if not isinstance(listed, yaml.SequenceNode):
        return _begun(content, listed, item)
    return content if word in (each.value for each in listed.value) else _continued(content, listed, item)


def _begun(content: str, listed: Any, item: str) -> str:
    """The file with a list in place of a key's empty value."""
    if listed.tag != "tag:yaml.org,2002:null":
        raise ValueError(f"its '{_KEY}' is no list")
    start, end = listed.start_mark.index, listed.end_mark.index
    return content[:start].rstrip() + f"\n  - {item}" + (content[end:] or "\n")


def _continued(content: str, listed: Any, item: str) -> str:
    """The file with one more item at the end of a list, written as the list is."""
    if listed.flow_style:
        at = listed.end_mark.index - 1
        return content[:at].rstrip() + (", " if listed.value else "") + item + content[at:]
    last = listed.value[-1]
    end = content.find("\n", last.end_mark.index)
    end = len(content) if end < 0 else end
    return f"{content[:end]}\n{' ' * listed.start_mark.column}- {item}{content[end:]}"
