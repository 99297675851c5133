"""Metrics: figures of a server in the text format of Prometheus. Nothing of an article is in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MEDIA_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_BOUNDS: Final = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds


class Metrics:
    """Grows with every answer."""

    def __init__(self) -> None:
        self._answers: Counter[tuple[str, int]] = Counter()
        self._findings: Counter[str] = Counter()
        self._slots: Counter[int] = Counter()
        self._seconds = 0.0

    def answered(self, path: str, status: int) -> None:
        """Counts an answer; `path` is a route's, so that there are few."""
        self._answers[path, status] += 1

    def linted(self, seconds: float, severities: dict[str, int]) -> None:
        """Counts an article that was linted."""
        self._slots[bisect_left(_BOUNDS, seconds)] += 1
        self._seconds += seconds
        self._findings.update(severities)

    def text(self, waiting: int) -> str:
        """All figures."""
        return "".join(f"{line}\n" for line in self._lines(waiting))

    def _lines(self, waiting: int) -> Iterator[str]:
        yield "# TYPE newslint_requests_total counter"
        for (path, status), number in sorted(self._answers.items()):
            yield f'newslint_requests_total{{path="{path}",status="{status}"}} {number}'
        yield "# TYPE newslint_findings_total counter"
        for severity, number in sorted(self._findings.items()):
            yield f'newslint_findings_total{{severity="{severity}"}} {number}'
        yield "# TYPE newslint_waiting gauge"
        yield f"newslint_waiting {waiting}"
        yield "# TYPE newslint_lint_seconds histogram"
        below = 0
        for slot, bound in enumerate(_BOUNDS):
            below += self._slots[slot]
            yield f'newslint_lint_seconds_bucket{{le="{bound}"}} {below}'
        yield f'newslint_lint_seconds_bucket{{le="+Inf"}} {self._slots.total()}'
        yield f"newslint_lint_seconds_sum {self._seconds:.6f}"
        yield f"newslint_lint_seconds_count {self._slots.total()}"
