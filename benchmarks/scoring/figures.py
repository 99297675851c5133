"""Figures: what is measured, under a name, and whether it got better or worse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Verdict = Literal["better", "worse", "changed", "same", "new"]
_NOISE: Final = 1e-9


class Figure(Struct, frozen=True):
    """A count (`of` = 0) or so many `of` so many. `good` is 1 if more is better, -1 if less is, 0 if neither.

    `guard`: a drop fails the run. `shown` is written behind it, such as an interval.
    """

    name: str
    value: float
    of: float = 0
    good: int = 1
    guard: bool = False
    shown: str = ""

    @property
    def share(self) -> float:
        """What is compared: a share of something, else the count itself."""
        return self.value / self.of if self.of else self.value

    @property
    def text(self) -> str:
        """The figure as it is printed."""
        value = f"{self.value:g}/{self.of:g} ({self.value / self.of:.3f})" if self.of else f"{self.value:g}"
        return f"{value} {self.shown}".rstrip()


class Change(Struct, frozen=True):
    """A figure beside the one that is committed, if there is one."""

    verdict: Verdict
    now: Figure
    before: Figure | None

    @property
    def line(self) -> str:
        """One line for people."""
        before = f"{self.before.text} → " if self.before and self.verdict != "same" else ""
        return f"{self.verdict:7} {self.now.name}: {before}{self.now.text}"

    @property
    def fails(self) -> bool:
        """Whether it must not be committed unseen."""
        return self.verdict == "worse" and self.now.guard


def compare(now: Iterable[Figure], before: Mapping[str, Figure]) -> Iterator[Change]:
    """Each figure of now beside that of before; figures of before that were not measured now are left out."""
    for figure in now:
        old = before.get(figure.name)
        yield Change("new" if old is None else _verdict(figure, old), figure, old)


def _verdict(now: Figure, old: Figure) -> Verdict:
    if bool(now.of) != bool(old.of):
        return "new"
    step = now.share - old.share
    if abs(step) < _NOISE:
        return "same"
    return "changed" if now.good == 0 else "better" if step * now.good > 0 else "worse"


def load(path: Path) -> dict[str, Figure]:
    """The committed figures by name; none if there is no such file."""
    if not path.exists():
        return {}
    stored: dict[str, Any] = json.loads(path.read_bytes())
    return {name: Figure(name, *values) for name, values in stored["figures"].items()}


def lost_before(path: Path) -> frozenset[str]:
    """The judged-right findings that were already lost when the figures were committed."""
    return frozenset(json.loads(path.read_bytes())["lost"]) if path.exists() else frozenset()


def save(path: Path, figures: Iterable[Figure], lost: Iterable[str]) -> None:
    """Writes figures as name → [value, of], a line each, and the lost findings."""
    rows = ",\n".join(f"  {json.dumps(one.name)}: [{_plain(one.value)}, {_plain(one.of)}]" for one in figures)
    names = ",\n".join(f"  {json.dumps(name)}" for name in sorted(lost))
    path.write_text(f'{{"figures": {{\n{rows}\n }},\n "lost": [\n{names}\n ]}}\n', "utf-8")


def _plain(value: float) -> str:
    return json.dumps(int(value) if value == int(value) else round(value, 4))
