"""Forgetting: for processes that live on while people work: what was read once is read again after this."""

from __future__ import annotations

from newslint.config import file as configs
from newslint.config.misnamed import misnamed
from newslint.run import ignoring, sources
from newslint.run.site import templated


def forget() -> None:
    """Lets go of all that was read of configurations, ignore files, sites and sources; planners keep what they have."""
    for known in (configs.nearest, configs.read, misnamed, templated):
        known.cache_clear()
    ignoring.forget()
    sources.forget()
