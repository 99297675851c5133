"""The cache: the same bytes with and without it, everything that a result depends on, and whatever may be wrong with a disk."""

from __future__ import annotations

import datetime
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.conftest import HOUSE, Result, Run

from newslint.engine.linter import Linter
from newslint.paths import CACHE_FOLDER as FOLDER
from newslint.run import cache as caches
from newslint.run.cache import FILE, Cache

ARTICLE = "A shocking end\n\nShe sang whilst he danced. Maybe so.\n"


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the results of a test are."""
    place = tmp_path_factory.mktemp("cache") / "results"
    monkeypatch.delenv("NEWSLINT_NO_CACHE")
    monkeypatch.setenv(FOLDER, str(place))
    return place


@pytest.fixture
def read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the articles that the engine has read, as they come in."""
    names: list[str] = []
    lint = Linter.lint

    def noted(self: Linter, document, entries=()):  # type: ignore[no-untyped-def]
        names.append(document.text.path)
        return lint(self, document, entries)

    monkeypatch.setattr(Linter, "lint", noted)
    return names


def plain(house: Run, *argv: str, stdin: str = "") -> Result:
    return house("--no-cache", *argv, stdin=stdin)


class TestSameBytes:
    @pytest.mark.parametrize("form", ["text", "json", "sarif", "rdjson", "jsonl"])
    def test_every_format(self, house: Run, read: list[str], form: str) -> None:
        Path("a.txt").write_text(ARTICLE, "utf-8")
        Path("b.md").write_text(f"<!-- newslint-disable house.shocking -->\n\n{ARTICLE}", "utf-8")
        Path("c.txt").write_text("Fine.\n", "utf-8")
        options = ("-v", "--format", form, ".")
        first, again, without = house(*options), house(*options), plain(house, *options)
        assert first == again == without
        assert read == [*("a.txt", "b.md", "c.txt"), *("a.txt", "b.md", "c.txt")]

    def test_notices_and_odd_bytes(self, house: Run, read: list[str]) -> None:
        Path("a.txt").write_text("whilst " * 1500, "utf-8")
        Path("b.txt").write_bytes(b"caf\xe9 whilst \xff\n" * 3)
        assert house(".") == house(".") == plain(house, ".")
        assert read.count("a.txt") == 2

    def test_the_built_in_rules_with_scores_and_other_places(self, newslint: Run, read: list[str]) -> None:
        seed = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
        Path("seed.txt").write_bytes(seed.read_bytes())
        options = ("--quick", "-v", "--format", "json", "--min-severity", "info", "seed.txt")
        assert newslint(*options) == newslint(*options) == plain(newslint, *options)
        assert len(read) == 2

    def test_processes(self, house: Run, read: list[str]) -> None:
        for number in range(40):
            Path(f"{number:02}.txt").write_text(f"{number}\n\n{ARTICLE}", "utf-8")
        one = plain(house, "-j", "1", ".")
        assert house("-j", "2", ".") == one
        assert len(read) == 40
        assert house("-j", "2", ".") == one
        assert house("-j", "1", ".") == one
        Path("07.txt").write_text("Changed whilst nobody looked.\n", "utf-8")
        assert house("-j", "2", ".") == plain(house, "-j", "1", ".")

    def test_a_file_of_an_exchange_format(self, newslint: Run, read: list[str]) -> None:
        body = "<p>The the pier is long.</p><p>This is a developing story.</p>"
        Path("a.xml").write_text(f"<nitf><body><body.content>{body}</body.content></body></nitf>", "utf-8")
        options = ("--quick", "--extend-select", "integrity.developing", "-v", "--format", "json", "a.xml")
        assert newslint(*options) == newslint(*options) == plain(newslint, *options)
        assert len(read) == 2

    def test_standard_input(self, house: Run, read: list[str]) -> None:
        assert house("-", stdin=ARTICLE) == house("-", stdin=ARTICLE) == plain(house, "-", stdin=ARTICLE)
        assert len(read) == 2

    def test_what_becomes_of_findings_is_decided_anew(self, house: Run, read: list[str]) -> None:
        Path("a.txt").write_text(ARTICLE, "utf-8")
        for options in (
            ("--fail-on", "never"),
            ("--min-severity", "error"),
            ("--max-findings", "1"),
            ("--format", "json"),
        ):
            assert house(*options, "a.txt") == plain(house, *options, "a.txt")
        assert house("baseline", "create", "a.txt").code == 0
        assert house("--baseline", ".newslint-baseline.yaml", "a.txt").code == 0
        assert read.count("a.txt") == 5 + 1, "one run without a floor, one with: it decides which rules run"

    def test_fixes_are_made(self, newslint: Run, folder: Path) -> None:
        Path("a.txt").write_text("The the pier is long.\n", "utf-8")
        newslint("--quick", "a.txt")
        newslint("--quick", "--fix", "a.txt")
        assert Path("a.txt").read_text("utf-8") == "The pier is long.\n"


class TestWhatAResultDependsOn:
    @pytest.mark.parametrize(
        "change",
        [
            lambda: Path("a.txt").write_text(f"{ARTICLE} ", "utf-8"),
            lambda: Path(".newslint.yaml").write_text("packs: [house.yaml]\nlanguage: en-GB\n", "utf-8"),
            lambda: Path(".newslint.yaml").write_text("packs: [house.yaml]\nvocabulary: [Yore]\n", "utf-8"),
            lambda: Path("house.yaml").write_text(HOUSE.replace("tabloids", "others"), "utf-8"),
            lambda: Path("a.txt.newslint.yaml").write_text("ignore: [{rule: house.maybe}]\n", "utf-8"),
            lambda: Path("a.txt.newslint.yaml").write_text("ignore: 3\n", "utf-8"),
            lambda: Path("_config.yml").write_text("title: Site\n", "utf-8"),
        ],
        ids=["content", "language", "vocabulary", "rule", "sidecar", "broken sidecar", "site"],
    )
    def test_a_change_of_it_is_seen(self, house: Run, read: list[str], change: Callable[[], object]) -> None:
        Path("a.txt").write_text(ARTICLE, "utf-8")
        house("a.txt")
        change()
        read.clear()
        assert house("a.txt") == plain(house, "a.txt")
        assert read.count("a.txt") in (0, 2), "both runs read it, or an error kept both from it"

    @pytest.mark.parametrize(
        "option", [("--date", "2024-05-01"), ("--language", "en-US"), ("--select", "house.maybe"), ("--preview",)]
    )
    def test_options(self, house: Run, read: list[str], option: tuple[str, ...]) -> None:
        Path("a.txt").write_text(ARTICLE, "utf-8")
        house("a.txt")
        house(*option, "a.txt")
        assert len(read) == 2

    def test_the_name_of_the_file(self, newslint: Run, read: list[str]) -> None:
        for name in ("2024-05-02-a.md", "2024-05-03-a.md"):
            Path(name).write_text("The council met on Thursday, 2 May, and again on Friday, 2 May.\n", "utf-8")
        newslint("--quick", ".")
        assert newslint("--quick", ".") == plain(newslint, "--quick", ".")
        assert len(read) == 4

    def test_the_day_only_where_a_rule_reads_it(self, newslint: Run, read: list[str]) -> None:
        Path("a.md").write_text(
            "---\ndate: 2024-05-14\n---\n\nThe river has left its bed again.\n\nThis is a developing story.\n", "utf-8"
        )
        Path("b.md").write_text("A fire broke out.\n", "utf-8")
        options = ("--quick", "--format", "concise", "--extend-select", "integrity.developing", ".")
        found = [newslint("--today", f"2024-05-{day}", *options) for day in (14, 15, 20)]
        assert found[0].out == found[1].out != found[2].out
        assert sorted(read) == ["a.md", "a.md", "a.md", "b.md"]
        newslint("--today", "2024-05-20", *options)
        assert len(read) == 4

    def test_the_day_is_read_through_the_document(self) -> None:
        package = Path(caches.__file__).parents[1]
        for room in ("article", "checks", "engine", "knowledge", "languagetool", "spun"):
            for path in (package / room).rglob("*.py"):
                assert path.name == "document.py" or "settings.today" not in path.read_text("utf-8"), path

    def test_what_a_kind_asks(self, house: Run, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        from newslint.checks.general.phrase import Phrase
        from newslint.rulebook.rule import Part

        monkeypatch.setattr(Phrase, "opens", True)
        monkeypatch.setattr(Phrase, "state", classmethod(lambda cls, config: answers[-1]))
        assert "opens" in Part.__struct_fields__
        Path("a.txt").write_text(ARTICLE, "utf-8")
        answers: list[str | None] = ["6.5"]
        for answer, count in (("6.5", 1), ("6.5", 1), ("6.6", 2), (None, 3), (None, 4)):
            answers.append(answer)
            house("a.txt")
            assert len(read) == count

    def test_the_copy_of_languagetool(self, tmp_path: Path) -> None:
        from newslint.checks.grammar.proofread import Proofread

        config = {"grammar": {"folder": str(tmp_path)}}
        assert Proofread.state(config) is None, "nothing is kept where nobody can be asked"
        (tmp_path / "languagetool-server.jar").write_bytes(b"6.5")
        before = Proofread.state(config)
        assert before is not None
        (tmp_path / "languagetool-server.jar").write_bytes(b"6.6.0")
        assert Proofread.state(config) not in (None, before)

    def test_a_check_that_fails_is_tried_again(
        self, house: Run, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from newslint.checks.general.phrase import Phrase

        find = Phrase.find
        monkeypatch.setattr(Phrase, "find", lambda self, unit: 1 / 0)
        Path("a.txt").write_text(ARTICLE, "utf-8")
        assert house("a.txt").code == 3
        monkeypatch.setattr(Phrase, "find", find)
        assert house("a.txt").code == 1
        assert len(read) == 2


class TestDisks:
    """Whatever is wrong: the same findings, and one note at most."""

    @pytest.fixture
    def alike(self, house: Run, folder: Path) -> Callable[[], str]:
        """Lints and compares with a run without the cache; what there is to say of it."""
        for name in "abc":
            Path(f"{name}.txt").write_text(f"{name}\n\n{ARTICLE}", "utf-8")

        def run() -> str:
            with_it, without = house("."), plain(house, ".")
            assert (with_it.code, with_it.out) == (without.code, without.out)
            said = with_it.err.removesuffix(without.err)
            assert said.count("\n") <= 1
            return said

        return run

    @pytest.mark.parametrize("data", [b"", b"no database", b"\0" * 5000, b"SQLite format 3\0" + b"\xff" * 4000])
    def test_a_file_that_is_none_of_ours(self, alike: Callable[[], str], folder: Path, data: bytes) -> None:
        folder.mkdir()
        (folder / FILE).write_bytes(data)
        alike()
        assert alike() == ""
        with closing(Cache(folder)) as cache:
            assert cache.status().results == 3

    def test_it_is_said_that_a_file_was_damaged(self, alike: Callable[[], str], folder: Path) -> None:
        folder.mkdir()
        (folder / FILE).write_bytes(b"no database" * 100)
        assert alike() == "newslint: note: the cache of results was damaged; it has been emptied\n"

    def test_of_another_version(self, alike: Callable[[], str], folder: Path) -> None:
        folder.mkdir()
        with closing(sqlite3.connect(folder / FILE)) as database:
            database.execute("create table results (path text, findings text)")
        assert "damaged" in alike()
        assert alike() == ""

    @pytest.mark.parametrize("seed", range(12))
    def test_damage_anywhere(self, alike: Callable[[], str], folder: Path, seed: int) -> None:
        alike()
        data = bytearray((folder / FILE).read_bytes())
        chosen = random.Random(seed)
        for _ in range(30):
            data[chosen.randrange(len(data))] ^= 1 << chosen.randrange(8)
        (folder / FILE).write_bytes(data)
        alike()
        alike()

    def test_cut_short(self, alike: Callable[[], str], folder: Path) -> None:
        alike()
        with (folder / FILE).open("r+b") as file:
            file.truncate(6000)
        alike()
        assert alike() == ""

    def test_a_result_under_another_name(self, alike: Callable[[], str], folder: Path) -> None:
        alike()
        with closing(sqlite3.connect(folder / FILE)) as database, database:
            first, second = (row[0] for row in database.execute("select name from results limit 2"))
            database.execute(
                "update results set value = (select value from results where name = ?) where name = ?", (first, second)
            )
        assert alike() == ""

    def test_a_folder_that_cannot_be_made(
        self, alike: Callable[[], str], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path_factory.mktemp("home") / "file"
        file.write_text("", "utf-8")
        monkeypatch.setenv(FOLDER, str(file / "cache"))
        assert "results are not cached: Not a directory; use --no-cache, or set NEWSLINT_CACHE_DIR" in alike()

    @pytest.mark.skipif(sys.platform == "win32" or os.getuid() == 0, reason="permissions bind no administrator")
    def test_a_read_only_home(self, alike: Callable[[], str], folder: Path) -> None:
        folder.mkdir(mode=0o500)
        assert "results are not cached: " in alike()

    def test_a_file_that_may_only_be_read(
        self, alike: Callable[[], str], folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        alike()
        connect = sqlite3.connect
        monkeypatch.setattr(
            sqlite3, "connect", lambda path, **options: connect(f"file:{path}?mode=ro", uri=True, **options)
        )
        assert alike() == ""
        Path("a.txt").write_text("Whilst it lasted.\n", "utf-8")
        assert "readonly" in alike()

    def test_no_home(self, alike: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
        def homeless() -> Path:
            raise RuntimeError("Could not determine home directory.")

        monkeypatch.setattr(caches, "default_folder", homeless)
        assert "results are not cached: Could not determine home directory" in alike()

    def test_python_without_sqlite(self, alike: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "sqlite3", None)
        assert "results are not cached: import of sqlite3 halted" in alike()

    def test_a_full_disk(self, alike: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(caches, "_TABLE", f"{caches._TABLE}; pragma max_page_count = 4")
        for number in range(30):
            Path(f"more{number}.txt").write_text(f"{number}\n\n{ARTICLE * 9}", "utf-8")
        assert "results are not cached: database or disk is full" in alike()

    @pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX's")
    def test_a_disk_that_is_really_full(self, alike: Callable[[], str], house: Run, folder: Path) -> None:
        for number in range(30):
            Path(f"more{number}.txt").write_text(f"{number}\n\n{ARTICLE * 9}", "utf-8")
        code = (
            "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
            "from newslint.cli import main\nsys.exit(main(['-j', '2', '.']))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
        assert done.stdout == plain(house, ".").out
        assert done.stderr.count("results are not cached") == 1
        alike()

    def test_somebody_else_is_writing(
        self, alike: Callable[[], str], folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        alike()
        monkeypatch.setattr(caches, "_WAIT_S", 0.01)
        Path("a.txt").write_text("Whilst it lasted.\n", "utf-8")
        with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
            other.execute("begin immediate")
            assert alike() == ""


def test_a_killed_run_costs_nothing(house: Run, folder: Path) -> None:
    for number in range(300):
        Path(f"{number:03}.txt").write_text(f"{number}\n\n{ARTICLE}", "utf-8")
    command = [sys.executable, "-m", "newslint", "-j", "1", "."]
    for wait in (0.03, 0.06):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            until = time.monotonic() + 20
            while not (folder / FILE).exists() and process.poll() is None and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(wait)
            process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    with_it, without = house("."), plain(house, ".")
    assert with_it == without
    assert house(".") == without


def test_runs_beside_each_other(house: Run, folder: Path) -> None:
    for number in range(60):
        Path(f"{number:02}.txt").write_text(f"{number}\n\n{ARTICLE}", "utf-8")
    command = [sys.executable, "-m", "newslint", "-j", "2", "."]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    outputs = [process.communicate() for process in started]
    expected = plain(house, ".")
    assert [out.decode() for out, _ in outputs] == [expected.out] * 3
    assert [err.decode() for _, err in outputs] == [expected.err] * 3


class TestBounds:
    def test_by_size(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(caches, "MOST", 200_000)
        monkeypatch.setattr(caches, "_BETWEEN", 10)
        with closing(Cache(folder)) as cache:
            for number in range(500):
                cache.put(number.to_bytes(20, "big"), bytes(2_000))
            assert 50 < cache.status().results < 110
            assert cache.get((499).to_bytes(20, "big")) is not None
        assert (folder / FILE).stat().st_size < 400_000

    def test_by_age(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        days = [20_000]
        monkeypatch.setattr(caches, "_today", lambda: days[-1])
        with closing(Cache(folder)) as cache:
            cache.put(b"used", b"1")
            cache.put(b"forgotten", b"2")
        for day in (20_020, 20_040):
            days.append(day)
            with closing(Cache(folder)) as cache:
                assert cache.get(b"used") == b"1"
                cache.put(b"new", b"3")
        with closing(Cache(folder)) as cache:
            assert cache.get(b"forgotten") is None
            assert cache.get(b"used") == b"1"

    def test_one_result(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(caches, "LONGEST", 10)
        with closing(Cache(folder)) as cache:
            cache.put(b"name", bytes(11))
            assert cache.get(b"name") is None


class TestCommand:
    def test_status_and_clear(self, house: Run, folder: Path) -> None:
        Path("a.txt").write_text(ARTICLE, "utf-8")
        assert house("cache", "status").out == f"{folder}\n0 results, 0.0 MB\n"
        house("a.txt")
        lines = house("cache", "status").out.splitlines()
        assert lines[1].startswith("1 result, ")
        assert lines[2] == "used longest ago: today"
        assert house("cache", "clear").out == "1 result dropped\n"
        assert house("cache", "status").out.splitlines()[1].startswith("0 results, ")

    def test_a_damaged_file_is_cleared(self, house: Run, folder: Path) -> None:
        folder.mkdir()
        (folder / FILE).write_bytes(b"no database" * 100)
        done = house("cache", "clear")
        assert (done.code, done.out) == (0, "0 results dropped\n")

    def test_a_file_that_only_a_later_sqlite_may_write(self, house: Run, folder: Path) -> None:
        Path("a.txt").write_text(ARTICLE, "utf-8")
        house("a.txt")
        data = bytearray((folder / FILE).read_bytes())
        data[18] = 9  # the version that a writer must know
        (folder / FILE).write_bytes(data)
        Path("a.txt").write_text("Whilst it lasted.\n", "utf-8")
        assert "results are not cached" in house("a.txt").err
        assert house("cache", "clear").code == 0
        assert "results are not cached" not in house("a.txt").err
        assert house("cache", "status").out.splitlines()[1].startswith("1 result")

    def test_a_folder_that_cannot_be_used(
        self, house: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(FOLDER, str(tmp_path / "house.yaml" / "cache"))
        done = house("cache", "status")
        assert done.code == 3
        assert done.err.startswith("newslint: error: results are not cached: Not a directory; ")
        assert house("cache", "polish").code == 2

    def test_somebody_else_is_writing(self, house: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        Path("a.txt").write_text(ARTICLE, "utf-8")
        house("a.txt")
        monkeypatch.setattr(caches, "_WAIT_S", 0.01)
        with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
            other.execute("begin immediate")
            done = house("cache", "clear")
        assert (done.code, done.out) == (3, "")
        assert "another run is writing to the cache" in done.err


def test_nothing_is_kept_unasked(house: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import newslint

    Path("a.txt").write_text(ARTICLE, "utf-8")
    newslint.lint("A text.")
    house("--no-cache", "a.txt")
    monkeypatch.setenv("NEWSLINT_NO_CACHE", "1")
    house("a.txt")
    assert not folder.exists()


def test_the_day_of_a_result() -> None:
    from newslint.run.kept import Kept

    day = datetime.date(2024, 5, 15)
    assert Kept().holds(day)
    assert Kept(day.toordinal()).holds(day)
    assert not Kept(day.toordinal() - 1).holds(day)


class TestSources:
    """Files that an article leads to are part of its result."""

    @pytest.fixture
    def compared(self, newslint: Run, read: list[str]) -> Callable[[], Result]:
        """Lints an article whose metadata name a source, and compares with a run without the cache."""
        Path("source.txt").write_text('Mayor Ada Lund said: "We will repair the old bridge in May."\n', "utf-8")
        Path("a.md").write_text(
            '---\nsources: [source.txt]\n---\n\n"We will repair the new bridge in May," Mayor Ada Lund said.\n', "utf-8"
        )

        def run() -> Result:
            found = newslint("--quick", "-v", "--format", "json", "a.md")
            assert found == plain(newslint, "--quick", "-v", "--format", "json", "a.md")
            return found

        return run

    def test_as_it_was(self, compared: Callable[[], Result], read: list[str]) -> None:
        assert compared() == compared()
        assert "source.txt" in compared().out
        assert read.count("a.md") == 1 + 3

    def test_changed(self, compared: Callable[[], Result], read: list[str]) -> None:
        compared()
        Path("source.txt").write_text('Mayor Ada Lund said: "We will repair the new bridge in May."\n', "utf-8")
        assert '"source.txt"' not in compared().out
        assert read.count("a.md") == 4

    def test_gone(self, compared: Callable[[], Result]) -> None:
        compared()
        Path("source.txt").unlink()
        assert compared().code == 3
