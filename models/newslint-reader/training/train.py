"""Train the reader: `python -m training.train --help`.

Processes with one thread each share the weights and update them without locks (Hogwild, Niu et al. 2011): on few
cores that is several times faster than one process with many threads.  A run can be stopped and taken up again.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

import torch
from torch import multiprocessing as processes
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from newslint.reading.wordpiece import WordPiece
from training.lessons import UNJUDGED, Teacher, Window, batch
from training.lexica import Sources, lexica
from training.network import Network, pretrained
from training.slips import slipper
from training.tagging import TAGS
from training.texts import Texts

_WARM: Final = 150  # steps
_STEADY: Final = 0.45  # share of the time after which the rate falls
_LAST: Final = 0.02  # of the rate
_KEPT_EVERY: Final = 300.0  # seconds
_SLIPS_WEIGH: Final = 0.7
_OUTPUTS_LEARN: Final = 4.0  # times as fast as the layers


@dataclass(frozen=True)
class Plan:
    """What a run needs; `until`: seconds since 1970 at which it ends."""

    corpus: Path
    genres: Path
    backbone: Path
    thesauri: Sources
    work: Path
    begin: float
    until: float
    rate: float
    windows: int
    processes: int

    def pace(self, step: int) -> float:
        """The learning rate: warmed up, steady, then falling towards the end of the time."""
        gone = (time.time() - self.begin) / (self.until - self.begin)
        return self.rate * min(1.0, (step + 1) / _WARM, max(_LAST, (1 - gone) / (1 - _STEADY)))


def main() -> None:
    """Trains until the time is up."""
    plan = _arguments()
    network = pretrained(plan.backbone, len(TAGS))
    kept = plan.work / "kept.pt"
    state = torch.load(kept) if kept.exists() else {"tokens": 0}
    if "network" in state:
        network.load_state_dict(state["network"])
    lexica(plan.thesauri, plan.work / "lexica.json")
    network.share_memory()
    tokens = torch.tensor([state["tokens"]], dtype=torch.long).share_memory_()
    started = [processes.Process(target=_work, args=(n, network, tokens, plan)) for n in range(plan.processes)]
    for process in started:
        process.start()
    for process in started:
        process.join()


def _work(number: int, network: Network, tokens: torch.Tensor, plan: Plan) -> None:
    """One process: its own lessons and moments, the common weights.  The first one keeps them."""
    torch.set_num_threads(1)
    lessons = _lessons(plan, int(tokens) * plan.processes + number)
    learning = [weight for weight in network.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=0.01, betas=(0.9, 0.98))
    path = plan.work / f"moments-{number}.pt"
    if path.exists():
        optimizer.load_state_dict(torch.load(path))
    step = 0 if not path.exists() else _WARM // 2
    kept, losses = time.time(), []
    while time.time() < plan.until:
        for group in optimizer.param_groups:
            group["lr"] = plan.pace(step) * group["speed"]
        losses.append(_step(network, learning, optimizer, list(islice(lessons, plan.windows)), tokens))
        step += 1
        if time.time() - kept > _KEPT_EVERY or time.time() >= plan.until:
            kept = time.time()
            _keep(number, network, optimizer, int(tokens), plan)
            means = torch.tensor(losses).mean(0).tolist()
            print(
                f"{time.strftime('%T')} {number} tokens {int(tokens):,} put in {means[0]:.4f} tags {means[1]:.4f}",
                flush=True,
            )
            losses = []


def _groups(network: Network) -> list[dict[str, Any]]:
    """What learns; the outputs, which begin with nothing, learn faster."""
    outputs = [*network.put_in.parameters(), *network.tags.parameters()]
    own = {id(weight) for weight in outputs}
    rest = [weight for weight in network.parameters() if weight.requires_grad and id(weight) not in own]
    return [{"params": rest, "speed": 1.0}, {"params": outputs, "speed": _OUTPUTS_LEARN}]


def _step(
    network: Network, learning: list[Any], optimizer: Any, windows: list[Window], tokens: torch.Tensor
) -> tuple[float, float]:
    pieces, capitals, put_in, tags = map(torch.from_numpy, batch(windows))
    with torch.autocast("cpu", torch.bfloat16):
        odds, scores = network(pieces, capitals)
    judged = put_in != UNJUDGED
    spun = binary_cross_entropy_with_logits(odds.float()[judged], put_in[judged].float())
    slips = cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=UNJUDGED)
    (spun + _SLIPS_WEIGH * slips).backward()
    torch.nn.utils.clip_grad_norm_(learning, 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    tokens += int((pieces != 0).sum())
    return spun.item(), slips.item()


def _lessons(plan: Plan, seed: int) -> Iterator[Window]:
    found = lexica(plan.thesauri, plan.work / "lexica.json")
    pieces = WordPiece((plan.backbone / "vocab.txt").read_text("utf-8").splitlines())
    return Teacher(Texts(plan.corpus, plan.genres), found, slipper(found), pieces).windows(seed)


def _keep(number: int, network: Network, optimizer: Any, tokens: int, plan: Plan) -> None:
    _replace(optimizer.state_dict(), plan.work / f"moments-{number}.pt")
    if number == 0:
        _replace({"tokens": tokens, "network": network.state_dict()}, plan.work / "kept.pt")


def _replace(state: dict[str, Any], path: Path) -> None:
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def _arguments() -> Plan:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("corpus", "genres", "backbone", "wordnet", "mythes", "ppdb", "work"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--windows", type=int, default=10)
    parser.add_argument("--processes", type=int, default=2)
    found = parser.parse_args()
    found.work.mkdir(parents=True, exist_ok=True)
    thesauri = Sources(found.wordnet, found.mythes, found.ppdb, found.backbone)
    begin = _begun(found.work)
    until = begin + 60 * found.minutes
    return Plan(
        found.corpus,
        found.genres,
        found.backbone,
        thesauri,
        found.work,
        begin,
        until,
        found.rate,
        found.windows,
        found.processes,
    )


def _begun(work: Path) -> float:
    """When this training began, the first time."""
    path = work / "begun"
    if not path.exists():
        path.write_text(str(time.time()), encoding="utf-8")
    return float(path.read_text("utf-8"))


if __name__ == "__main__":
    main()
