"""Packs: YAML → rules. Where built-in packs live, inheritance, unique ids, and the compiled form of the built-in ones."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from newslint.errors import RuleError
from newslint.paths import builtin_rules
from newslint.rulebook.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newslint.yaml_source import Source

COMPILED: Final = "compiled.json"


@lru_cache(maxsize=1)
def builtin() -> tuple[Rule, ...]:
    """All built-in rules, by id: from the compiled form if it is that of the files, else from the files."""
    folder = builtin_rules()
    compiled = folder / COMPILED
    if compiled.is_file():
        digest, _, data = compiled.read_bytes().partition(b"\n")
        if digest.decode() == fingerprint(folder):
            return msgspec.json.decode(data, type=tuple[Rule, ...])
    return tuple(load_folder(folder))


def compile_packs(folder: Path) -> bytes:
    """The compiled form of a folder of packs: a line with the digest of its sources, then the rules as JSON."""
    return fingerprint(folder).encode() + b"\n" + msgspec.json.encode(tuple(load_folder(folder)))


def fingerprint(folder: Path) -> str:
    """SHA-256 over the names and bytes of all rule files and lists of a folder of packs."""
    digest = hashlib.sha256()
    for path in sorted((*folder.glob("*/*.yaml"), *folder.glob("lists/*.txt"))):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def load_folder(folder: Path) -> list[Rule]:
    """The rules of a folder of packs (`<pack>/<topic>.yaml`), by id."""
    return unique(rule for name in packs_in(folder) for rule in load_pack(folder / name))


def packs_in(folder: Path) -> list[str]:
    """The names of the packs in a folder."""
    return sorted({path.parent.name for path in folder.glob("*/*.yaml")})


def load_pack(path: Path) -> Iterator[Rule]:
    """The rules of one pack: a folder of YAML files, or one file (then its name is the pack's)."""
    from newslint.rulebook.loading import load

    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    if not files:
        raise RuleError("the folder has no .yaml file; name a folder of rule files, or one rule file", path=str(path))
    pack = path.name if path.is_dir() else path.stem
    for file in files:
        yield from load(file, pack)


def unique(rules: Iterable[Rule]) -> list[Rule]:
    """The rules sorted by id; RuleError if two have one id."""
    known: dict[str, Rule] = {}
    for rule in rules:
        if (other := known.get(rule.id)) is not None:
            message = f"this id is already used at {other.path}:{other.line}; rename one of the two rules"
            raise RuleError(message, path=rule.path, line=rule.line, rule=rule.id)
        known[rule.id] = rule
    return [known[name] for name in sorted(known)]


def find(spec: str, base: Path) -> list[Rule]:
    """The rules that a `packs:` entry names: a built-in pack, a folder or file relative to `base`, or `python:package`."""
    if spec.startswith("python:"):
        return list(load_pack(installed(spec)))
    if spec in builtin_names():
        return [rule for rule in builtin() if rule.pack == spec]
    path = base / spec
    if not path.exists():
        raise RuleError(refusal(spec))
    return list(load_pack(path))


def refusal(spec: str) -> str:
    """What to say of a `packs:` entry that names nothing."""
    from newslint.yaml_source import did_you_mean

    names = builtin_names()
    hint = did_you_mean(spec, names) or f"; name a folder, a file or a built-in pack: {', '.join(names)}"
    return f"unknown pack '{spec}'{hint}"


def builtin_names() -> list[str]:
    """The built-in packs, without loading them."""
    return packs_in(builtin_rules())


def installed(entry: str) -> Path:
    """The folder of a `python:package` entry. RuleError if there is no such package."""
    from importlib.util import find_spec

    package = entry.removeprefix("python:")
    spec = find_spec(package) if package.isidentifier() else None
    if spec is None or not spec.submodule_search_locations:
        raise RuleError(f"package '{package}' is not installed; install it beside newslint")
    folder = Path(next(iter(spec.submodule_search_locations)))
    return folder / "rules" if (folder / "rules").is_dir() else folder


def declared(rule: Rule) -> tuple[Source, dict[str, Any], tuple[str | int, ...]]:
    """The source file of a rule, its mapping there, and the mapping's path in the file (for its examples)."""
    from newslint import yaml_source
    from newslint.rulebook.loading import find_declaration

    path = located(rule)
    return find_declaration(yaml_source.read(str(path), RuleError, shown=rule.path), path, rule.id)


def expanded(rule: Rule, filters: Sequence[str]) -> tuple[str, ...]:
    """Exceptions of a rule with their lists written out, as loading does."""
    from newslint.rulebook.loading import expand_filters, lists_for

    return tuple(expand_filters(lists_for(located(rule)), filters))


def located(rule: Rule) -> Path:
    """The file in which a rule is declared."""
    path = Path(rule.path)
    return path if path.is_file() else builtin_rules() / path


def renamed(rules: Sequence[Rule]) -> dict[str, str]:
    """Old id → present id."""
    return {old: rule.id for rule in rules for old in rule.renamed_from}
