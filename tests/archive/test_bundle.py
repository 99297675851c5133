"""Bundles: a configuration elsewhere has the effect that it has here; what is no bundle is refused in one sentence."""

from __future__ import annotations

import datetime
import io
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.archive.made import batch
from tests.conftest import HOUSE, Run

from newslint.archive import bundle
from newslint.errors import ConfigError, UsageError

TODAY = datetime.date(2024, 5, 15)
LISTED = """\
rules:
  - id: desk.ships
    kind: phrase
    severity: error
    message: "'{match}' is a ship."
    why: The desk wants to know.
    phrases: ["{ship} sank"]
    examples:
      bad: ["The [[Ada sank]]."]
      good: ["The Ada sailed."]
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    bundle.home.cache_clear()


@pytest.fixture
def desk(newslint: Run, tmp_path: Path) -> Path:
    """A configuration with a base, a pack in a folder with lists at both places, one in a file, and words."""
    desk = tmp_path / "desk"
    (desk / "packs/desk/lists").mkdir(parents=True)
    (desk / "packs/lists").mkdir()
    (desk / "packs/desk/ships.yaml").write_text(LISTED, "utf-8")
    (desk / "packs/lists/ship.txt").write_text("Ada\nBea\n", "utf-8")
    (desk / "house.yaml").write_text(HOUSE, "utf-8")
    (desk / "words.txt").write_text("Whilst Lane\n", "utf-8")
    (desk / "base.yaml").write_text("packs: [house.yaml]\nseverity: {house.maybe: error}\n", "utf-8")
    (desk / ".newslint.yaml").write_text(
        "extends: base.yaml\nextend-packs: [packs/desk]\nvocabulary-files: [words.txt]\nignore: [house.shocking]\n",
        "utf-8",
    )
    return desk / ".newslint.yaml"


def test_a_bundle_has_the_effect_of_its_configuration(desk: Path, newslint: Run) -> None:
    pytest.importorskip("pyarrow")
    from newslint.archive import arrow

    article = batch({"id": "a", "text": "Maybe the Bea sank whilst a shocking storm blew."})
    here = arrow.lint(article, desk, today=TODAY)
    assert here.column("rule").to_pylist() == ["house.maybe", "desk.ships", "house.whilst"]
    assert newslint("bundle", str(desk), "-o", "house.zip").code == 0
    data = Path("house.zip").read_bytes()
    shutil.rmtree(desk.parent)
    assert arrow.lint(article, "house.zip", today=TODAY).equals(here)
    assert arrow.lint(article, data, today=TODAY).equals(here)


def test_the_same_files_give_the_same_bytes(desk: Path) -> None:
    one = bundle.packed(desk)
    shutil.copytree(desk.parent, desk.parent.parent / "other")
    assert bundle.packed(desk.parent.parent / "other/.newslint.yaml") == one
    assert bundle.carried(desk) == one
    assert bundle.carried(one) == one
    assert bundle.carried(None) is None


def test_the_command_says_what_it_made(desk: Path, newslint: Run) -> None:
    done = newslint("bundle", str(desk), "-o", "house.zip")
    assert done.err == f"house.zip: {len(Path('house.zip').read_bytes()):,} bytes; 3 rules will run\n"


def test_what_cannot_be_bundled(desk: Path, newslint: Run) -> None:
    assert newslint("bundle", "nowhere.yaml", "-o", "house.zip").code == 2
    assert "must end in .zip" in newslint("bundle", str(desk), "-o", "house.tar").err
    missing = newslint("bundle", str(desk), "-o", "nowhere/house.zip")
    assert missing.err == "newslint: error: cannot write 'nowhere/house.zip': No such file or directory\n"
    desk.write_text("extends: base.yaml\nselekt: [house]\n", "utf-8")
    assert "selekt" in newslint("bundle", str(desk), "-o", "house.zip").err


def zipped(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 torn", b"", zipped(a="b"), zipped(**{"newslint.yaml": "", "../out.txt": "x"})]
)
def test_what_is_no_bundle_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "house.zip").write_bytes(data)
    with pytest.raises(ConfigError, match="is no bundle"):
        bundle.located(tmp_path / "house.zip")
    assert not (tmp_path / "out.txt").exists()
    with pytest.raises(UsageError, match="does not exist"):
        bundle.located(tmp_path / "other.zip")


def test_a_worker_without_a_home_unpacks_elsewhere(desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert Path(bundle.located(bundle.packed(desk))).is_file()
