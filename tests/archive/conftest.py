"""A real Spark for the tests of archives: one cluster for all of them, because it takes seconds to begin."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A cluster of a master and two executors, one core each, whose processes have a cache folder of their own."""
    folder = tmp_path_factory.mktemp("spark")
    pyspark = pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    from pyspark.sql import SparkSession

    settings = {
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.local.dir": str(folder),
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "spark.executorEnv.XDG_CACHE_HOME": str(folder / "cache"),
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    begun = builder.getOrCreate()
    begun.sparkContext.setLogLevel("OFF")
    # A local cluster's own logs; another one, of tests that run beside these, has its executors in the same folder.
    logs = Path(pyspark.__file__).parent / "work" / begun.sparkContext.applicationId
    yield begun
    begun.stop()
    shutil.rmtree(logs, ignore_errors=True)
