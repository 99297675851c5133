"""From the log-odds of single words to one number for the whole text: was it spun?

Some forty statistics of the log-odds, raw and on a log scale, go into a logistic regression.
"""

from __future__ import annotations

import numpy as np

from newslint.language.ngrams import F32

_SHARES = (0.02, 0.05, 0.1, 0.2)
_TOPS = (1, 2, 3, 5, 8, 12, 20, 40)
_QUANTILES = (0.5, 0.75, 0.9, 0.95, 0.98)
_BORDERS = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
_PRIOR = np.float32(1.6)  # log-odds of a swapped word among the looked-at words the trees were fitted to


def statistics(log_odds: F32, words: int) -> F32:
    """Statistics of a text: `log_odds` of its looked-at words, `words` content words in all."""
    size = max(len(log_odds), 1)
    ordered = np.sort(log_odds)[::-1] if len(log_odds) else np.full(1, -6, dtype=np.float32)
    ratio = np.exp(np.minimum(ordered + _PRIOR, 12)) - 1
    mixture = [np.log1p(share * ratio).sum() for share in _SHARES]
    sums = np.cumsum(ordered)
    tops = [sums[min(top, len(ordered)) - 1] / top for top in _TOPS]
    counts = [np.count_nonzero(ordered > border) for border in _BORDERS]
    values = np.array(
        [
            *mixture,
            *(value / np.sqrt(size) for value in mixture),
            *tops,
            *np.quantile(ordered, _QUANTILES),
            *(count / max(words, 1) * 100 for count in counts),
            ordered.mean(),
            size / max(words, 1),
        ]
    )
    logs = np.concatenate((np.log1p(counts), np.sign(mixture) * np.log1p(np.abs(mixture)), [np.log(words + 1)]))
    return np.concatenate((values, logs)).astype(np.float32)
