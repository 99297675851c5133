"""The web application as clients see it: what it finds, what it refuses, and that it keeps nothing."""

from __future__ import annotations

import base64
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from tests.article.readers.word import document, paragraph
from tests.conftest import Run
from tests.screens.serving import Server, serving

from newslint.article.readers import FORMATS
from newslint.reporters import REPORTERS

SECRET = "Zanzibarian "
ARTICLE = f"Pier opens 😀\n\nThe mayor 😀 said the the {SECRET} pier was long.\n\nBack to top\n"
FOUND = ["integrity.doubled-word", "integrity.boilerplate"]
CORPUS = Path(__file__).parents[1] / "fuzz/corpus"
TOKEN = "correct-horse-battery-staple"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "secret.txt").write_text("The pier cost 9,999 kronor, said Nora Hallberg of the secret service.", "utf-8")
    before = sorted(folder.rglob("*"))
    with serving(folder, "--max-size", "200000", "--allow-origin", "https://cms.example") as running:
        yield running
    assert sorted(folder.rglob("*")) in (before, sorted([*before, folder / ".git"]))


def test_the_endpoint_gives_the_report_of_the_command_line(server: Server, newslint: Run) -> None:
    here = newslint("--format", "json", "--stdin-filename", "article.txt", "-", stdin=ARTICLE)
    there = server.check(ARTICLE)
    assert there["findings"] == json.loads(here.out)["findings"]
    assert [found["rule"] for found in there["findings"]] == FOUND


@pytest.mark.parametrize("form", REPORTERS)
def test_any_report(server: Server, form: str) -> None:
    answer = server.post(f"/api/check?format={form}", content=ARTICLE)
    assert answer.status == 200
    assert answer.headers["content-type"].partition(";")[0] == REPORTERS[form].media
    assert b"integrity.doubled-word" in answer.body


def test_choices(server: Server) -> None:
    assert server.rules(ARTICLE, ignore=["integrity.boilerplate"]) == FOUND[:1]
    assert server.rules(ARTICLE, select=["integrity.boilerplate"]) == FOUND[1:]
    assert server.rules("<p>The the pier.</p>", name="../../pier.html") == FOUND[:1]
    fingerprints = [found["fingerprint"] for found in server.check(ARTICLE)["findings"]]
    answer = server.check(ARTICLE, dismissed=fingerprints[:1])
    assert [found["rule"] for found in answer["findings"]] == FOUND[1:]
    assert [found["silenced"] for found in answer["silenced"]] == ["dismissed"]
    assert server.check(ARTICLE, reading="quick")["summary"]["reading"] == "quick"


def test_the_page_asks_for_a_thorough_reading_where_a_model_would_read_along(server: Server) -> None:
    quick = server.post("/desk/look", content=ARTICLE, reading="quick").json
    auto = server.post("/desk/look", content=ARTICLE).json
    assert auto["more"] is False
    assert quick["more"] == auto["sentence"].endswith("thorough reading.")
    long = server.post("/desk/look", content="The pier is long. " * 6_000, reading="quick").json
    assert long["more"] is False


def test_the_example_shows_something(server: Server) -> None:
    example = server.ask("GET", "/page/example.txt").body.decode()
    shown = {
        "consistency.unit-conversion",
        "consistency.weekday-date",
        "integrity.doubled-word",
    }
    assert shown < set(server.rules(example, reading="quick"))


def test_bytes_in_other_encodings(server: Server) -> None:
    data = base64.b64encode("The the café.".encode("utf-16")).decode()
    answer = server.post("/api/check", data=data)
    assert [found["rule"] for found in answer.json["findings"]] == FOUND[:1]


def test_what_the_page_is_told_counts_as_scripts_do(server: Server) -> None:
    look = server.post("/desk/look", content=ARTICLE, reading="quick").json
    units = ARTICLE.encode("utf-16-le")
    first, last = look["spots"]
    assert units[2 * first["start"] : 2 * first["end"]].decode("utf-16-le") == "the the"
    (choice,) = first["choices"]
    (change,) = choice["changes"]
    assert (choice["words"], change["text"]) == ("the", "the")
    assert (look["verdict"], look["sentence"]) == ("hold", "2 warnings; quick reading.")
    assert f'id="{first["id"]}"' in look["notes"]
    assert last["choices"][0]["words"] == ""


def test_an_article_beside_its_source(server: Server) -> None:
    source = "The pier cost 4.2 million kronor, said Edda Lindqvist, the mayor of Brell."
    look = server.post(
        "/desk/look", content="The pier cost 4.5 million kronor, said Edda Lindqvist.", sources=[{"content": source}]
    ).json
    assert "<del>4.2" in look["sides"]
    assert "fidelity." in look["notes"]


def test_an_article_cannot_name_a_file_of_the_server(server: Server) -> None:
    article = (
        "---\ntitle: Pier\nsources: secret.txt\n---\n\nThe pier cost 9,998 kronor, said Nora Hallberg of the service.\n"
    )
    answer = server.post("/desk/look", content=article, name="a.md")
    assert answer.status == 200
    assert b"secret.txt" not in answer.body.replace(b"sources: secret.txt", b"")
    assert answer.json["sides"] == ""


def test_files_are_opened_as_text(server: Server) -> None:
    data = document(paragraph("Pier opens", "Titel") + paragraph("The the pier is long.") + paragraph("It is wide."))
    assert server.ask("POST", "/desk/open?name=pier.docx", data).json == [
        {"name": "pier.docx-1.txt", "content": "Pier opens\n\nThe the pier is long.\n\nIt is wide.\n\n"}
    ]
    checked = server.post("/api/check", data=base64.b64encode(data).decode(), name="pier.docx").json
    assert [found["rule"] for found in checked["findings"]] == FOUND[:1]
    feed = (
        "<rss version='2.0'><channel><item><title>One</title><description>The pier is long.</description></item>"
        "<item><title>Two</title><description>The pier is wide.</description></item></channel></rss>"
    )
    opened = server.ask("POST", "/desk/open?name=feed.rss", feed).json
    assert ["Two" in text["content"] for text in opened] == [False, True]
    assert server.ask("POST", "/desk/open?name=a.md", "# café".encode("cp1252")).json == [
        {"name": "a.md", "content": "# café"}
    ]


def test_a_browser_without_scripts(server: Server) -> None:
    form = "name=article.md&content=The+the+pier%0D%0A"
    answer = server.ask("POST", "/desk/check", form, origin=server.address.rstrip("/"))
    assert answer.status == 200
    assert b"Hold." in answer.body
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_format_is_opened_and_looked_at(server: Server, path: Path) -> None:
    suffix = FORMATS[path.parent.name].suffixes[0]
    opened = server.ask("POST", f"/desk/open?name=a{suffix}", path.read_bytes())
    assert opened.status in (200, 422), opened.body
    for text in opened.json if opened.status == 200 else []:
        look = server.post("/desk/look", **text, reading="quick")
        assert look.status == 200, look.body
        assert look.json["article"] or not text["content"].strip()


@pytest.mark.parametrize(
    ("status", "path", "body", "headers"),
    [
        (400, "/api/check", "{}", {}),
        (400, "/api/check", "[", {}),
        (400, "/api/check", '{"content": "a", "data": "YQ=="}', {}),
        (400, "/api/check", '{"content": "a", "selects": []}', {}),
        (400, "/api/check", '{"content": "a", "select": ["integrty"]}', {}),
        (400, "/api/check", '{"content": "\\ud800"}', {}),
        (400, "/api/check?format=docx", '{"content": "a"}', {}),
        (413, "/api/check", '{"content": "' + "a" * 200_000 + '"}', {}),
        (415, "/api/check", '{"content": "a"}', {"content_type": "text/plain"}),
        (422, "/api/check", '{"data": "UEsDBA==", "name": "a.docx"}', {}),
        (404, "/api/checks", "{}", {}),
        (405, "/health", "{}", {}),
        (421, "/api/check", '{"content": "a"}', {"host": "rebound.example"}),
        (403, "/api/check", '{"content": "a"}', {"origin": "https://elsewhere.example"}),
        (403, "/desk/look", '{"content": "a"}', {"origin": "https://cms.example"}),
        (403, "/api/check", '{"content": "a"}', {"sec_fetch_site": "cross-site"}),
    ],
)
def test_what_is_refused(server: Server, status: int, path: str, body: str, headers: dict[str, str]) -> None:
    answer = server.ask("POST", path, body, **{"content_type": "application/json", **headers})
    assert answer.status == status, answer.body
    assert answer.json["error"]
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers


def test_a_site_that_was_named_may_ask(server: Server) -> None:
    origin = "https://cms.example"
    before = server.ask("OPTIONS", "/api/check", origin=origin, access_control_request_method="POST")
    assert (before.status, before.headers["access-control-allow-origin"]) == (204, origin)
    answer = server.ask("POST", "/api/check", '{"content": "a"}', origin=origin, content_type="application/json")
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, origin)


def test_the_page_loads_nothing_from_elsewhere(server: Server) -> None:
    page = server.ask("GET", "/")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    named = re.findall(rb'(?:src|href)="([^"]*)"', page.body)
    assert named
    for name in named:
        assert server.ask("GET", f"/{name.decode()}").status == 200
    assert server.ask("GET", "/page/__init__.py").status == 404
    assert server.ask("GET", "/page/..%2Fcli.py").status == 404


def test_the_description_holds(server: Server) -> None:
    description = server.ask("GET", "/openapi.json").json
    schemas = description["components"]["schemas"]

    def fits(value: object, name: str) -> None:
        jsonschema.validate(value, {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}})

    fits(
        {"content": ARTICLE, "extend-select": ["claims"], "date": "2024-05-01", "sources": [{"content": "a"}]}, "Asked"
    )
    fits(server.check(ARTICLE), "WireReport")
    fits(server.ask("GET", "/health").json, "Health")
    fits(server.post("/api/check").json, "Refused")
    assert set(description["paths"]) == {"/api/check", "/health", "/metrics"}


def test_figures_hold_nothing_of_articles(server: Server) -> None:
    server.check(ARTICLE)
    server.ask("GET", f"/{SECRET.strip()}")
    figures = server.ask("GET", "/metrics").body.decode()
    assert SECRET.strip() not in figures
    assert 'newslint_requests_total{path="/api/check",status="200"}' in figures
    assert 'newslint_findings_total{severity="warning"}' in figures
    assert 'path="other",status="404"' in figures


def test_with_a_token(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n", "utf-8")
    (tmp_path / ".newslint.yaml").write_text("reading: quick\n", "utf-8")
    with serving(tmp_path, "--host", "0.0.0.0", "--token-file", "token", "--allow-host", "desk.example") as server:
        assert server.ask("GET", "/health", host="desk.example").status == 200
        assert server.ask("GET", "/health", host="192.0.2.7").status == 200
        assert server.ask("GET", "/health", host="rebound.example").status == 421
        assert server.ask("GET", "/").headers["location"] == "login"
        assert [server.ask("GET", path).status for path in ("/metrics", "/openapi.json")] == [401, 401]
        assert server.post("/api/check", content="a").status == 401
        body = '{"content": "a"}'
        asked = {"content_type": "application/json"}
        assert server.ask("POST", "/api/check", body, authorization=f"Bearer {TOKEN}", **asked).status == 200
        assert server.ask("POST", "/api/check", body, authorization=f"Bearer {TOKEN}x", **asked).status == 401
        assert server.ask("POST", "/login", "token=guess").status == 401
        welcome = server.ask("POST", "/login", f"token={TOKEN}")
        cookie = welcome.headers["set-cookie"]
        assert (welcome.status, "HttpOnly" in cookie, "SameSite=strict" in cookie) == (303, True, True)
        assert server.ask("GET", "/", cookie=cookie.partition(";")[0]).status == 200
        assert server.ask("GET", "/metrics", cookie="newslint-token=guess").status == 401


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "--host 0.0.0.0 lets other machines in"),
        (["--host", "nowhere.invalid"], "cannot listen at nowhere.invalid"),
        (["--port", "70000"], "expected a number from 0 to 65535"),
        (["--token-file", "short"], "a token needs at least 16 characters"),
        (["--token-file", "missing"], "cannot read 'missing'"),
        (["--allow-origin", "cms.example"], "--allow-origin needs the address of a site"),
        (["--config", "missing.yaml"], "'missing.yaml' does not exist"),
    ],
)
def test_a_server_that_cannot_start(newslint: Run, tmp_path: Path, options: list[str], said: str) -> None:
    (tmp_path / "short").write_text("guess", "utf-8")
    code, out, err = newslint("serve", "--port", "0", *options)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_port_that_is_taken(newslint: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, err = newslint("serve", "--port", str(taken.getsockname()[1]))
    assert code == 2
    assert "see --host and --port" in err


def test_a_broken_configuration(newslint: Run, tmp_path: Path) -> None:
    (tmp_path / ".newslint.yaml").write_text("selects: [a]\n", "utf-8")
    code, _, err = newslint("serve", "--port", "0")
    assert code == 2
    assert ".newslint.yaml:1" in err


def test_claims_are_beside_the_sentence(newslint: Run, tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    assert newslint("claims", "add", "--index", "claims.sqlite", str(seeds / "claims.jsonld")).code == 0
    (tmp_path / ".newslint.yaml").write_text(
        "claims: claims.sqlite\nextend-select: [claims]\nreading: quick\n", "utf-8"
    )
    with serving(tmp_path) as server:
        look = server.post("/desk/look", content=(seeds / "claims.md").read_text("utf-8"), name="claims.md").json
    assert re.search(r'<p class="cited" role="note">[^<]*rated [^<]*<a href="https://', look["article"])
