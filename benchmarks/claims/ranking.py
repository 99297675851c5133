"""MAP@5 of `newslint claims search` over all posts, and of its parts; the weights cross-validated by claim.

python benchmarks/claims/ranking.py
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import time

import numpy as np

from claims.clef import FOLDS, Clef, Post, interval, number_of, read
from newslint.claims import searching
from newslint.claims.index import Index
from newslint.reading import meaning
from newslint.reading.meaning import Meanings

Ranked = tuple[list[int], np.ndarray]  # the candidates of a post, and what is known of each: one row each


def precision(post: Post, order: list[int]) -> float:
    """1 over the rank of the right claim among the first five."""
    return next((1 / rank for rank, claim in enumerate(order[:5], 1) if claim in post.claims), 0.0)


def described(index: Index, posts: list[Post], model: Meanings | None) -> list[Ranked]:
    """The candidates of each post."""
    found = []
    for post in posts:
        candidates = searching.candidates(index, post.text, model)
        rows = np.array([candidate.parts for candidate in candidates]).reshape(len(candidates), -1)
        found.append(([number_of(candidate.entry.record) for candidate in candidates], rows))
    return found


def ordered(ranked: Ranked, weights: np.ndarray) -> list[int]:
    """The candidates by a weighted sum."""
    claims, rows = ranked
    return [claims[place] for place in np.argsort(-(rows @ weights), kind="stable")]


def fitted(posts: list[Post], ranked: list[Ranked], decay: float = 1e-3, steps: int = 3_000) -> np.ndarray:
    """Weights under which the right claim is the likeliest (softmax over a post's candidates)."""
    cases = []
    for post, (claims, rows) in zip(posts, ranked, strict=True):
        if right := [place for place, claim in enumerate(claims) if claim in post.claims]:
            cases.append((rows, right[0]))
    weights = np.zeros(cases[0][0].shape[1])
    momentum = np.zeros_like(weights)
    for _ in range(steps):
        slope = 2 * decay * weights
        for rows, right in cases:
            odds = np.exp(rows @ weights - (rows @ weights).max())
            slope = slope + ((odds / odds.sum()) @ rows - rows[right]) / len(cases)
        momentum = 0.9 * momentum - 0.5 * slope
        weights = weights + momentum
        if np.abs(slope).max() < 1e-4:
            break
    return weights


def main() -> None:
    """Prints one line a ranking: without a model of sentences, and with the one that is installed."""
    clef: Clef = read()
    index = Index(clef.index())
    for model, weights in ((None, searching.WEIGHTS), (meaning.installed(), searching.WEIGHTS_WITH_MEANING)):
        if model is None and len(weights) > len(searching.WEIGHTS):
            print("no model of sentences is installed")
            continue
        print(f"model of sentences: {model.name if model else 'none'}")
        start = time.process_time()
        ranked = described(index, clef.posts, model)
        print(
            f"{(time.process_time() - start) / len(clef.posts) * 1000:.1f} ms of CPU a search, vectors of claims included"
        )
        tell(clef, "SQLite's BM25", [claims for claims, _ in ranked])
        tell(clef, "search as shipped", [ordered(one, np.array(weights)) for one in ranked])
        tell(clef, "search, cross-validated", validated(clef, ranked))


def validated(clef: Clef, ranked: list[Ranked]) -> list[list[int]]:
    """The candidates of each post in the order that weights give which are fitted on the other folds."""
    folds, orders = clef.folds(), [[0]] * len(clef.posts)
    for fold in range(FOLDS):
        inside = [place for place, other in enumerate(folds) if other != fold]
        learnt = fitted([clef.posts[place] for place in inside], [ranked[place] for place in inside])
        for place, other in enumerate(folds):
            if other == fold:
                orders[place] = ordered(ranked[place], learnt)
    return orders


def tell(clef: Clef, name: str, orders: list[list[int]]) -> None:
    """One ranking's MAP@5 with its interval, as the set counts and with claims of the same words counted as one."""
    numbers: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(clef.claims)):
        numbers.setdefault(clef.words(number), []).append(number)
    wide = [
        Post(post.text, frozenset(other for one in post.claims for other in numbers[clef.words(one)]))
        for post in clef.posts
    ]
    for right, posts in (("", clef.posts), (", same words as one claim", wide)):
        values = [precision(post, order) for post, order in zip(posts, orders, strict=True)]
        low, high = interval(clef.posts, values)
        print(
            f"{name}{right}: MAP@5 {sum(values) / len(values):.3f} ({low:.3f} to {high:.3f}, n = {len(values)})",
            flush=True,
        )


if __name__ == "__main__":
    main()
