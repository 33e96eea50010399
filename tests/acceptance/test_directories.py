"""`levelling providers` and `levelling consortium` as a user meets them: files, folders, and a real server on this machine."""

import gzip
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest

from levelling.core.errors import UserError
from levelling.core.service import Problem, Service
from levelling.sources.open_referral import fetch as fetching
from levelling.sources.open_referral.feed import read_feed
from tests import directory
from tests.command import levelling

DAY = ("--as-of", "2026-11-28")


class _Handler(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        number = int(parse_qs(parts.query).get("page", ["1"])[0])
        self.asked.append(self.path)
        match parts.path:
            case "/services":
                contents = directory.entries()[(number - 1) * 3 : number * 3]
                self._give(json.dumps(directory.page(contents, number, 3)).encode(), packed=number == 2)
            case "/file":
                self._lead("file:///etc/hostname")
            case "/inside":
                self._lead(f"http://localhost:{self.headers['Host'].rpartition(':')[2]}/services")
            case "/moved":
                self._lead(f"/services?page={number}")
            case "/round":
                self._lead("/round")
            case "/bomb":
                self._give(gzip.compress(b" " * (fetching.LARGEST_PAGE + 10)), packed=False, encoding="gzip")
            case "/short":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"contents": [')
            case _:
                self.send_error(404)

    def _give(self, body: bytes, *, packed: bool, encoding: str = "") -> None:
        self.send_response(200)
        if packed or encoding:
            self.send_header("Content-Encoding", "gzip")
        body = gzip.compress(body) if packed else body
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _lead(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's own name
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A feed of three pages, and addresses that lead elsewhere, on a port of this machine."""
    served = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{served.server_address[1]}"
    served.shutdown()
    thread.join()
    served.server_close()


@pytest.fixture(autouse=True)
def _in_an_empty_folder_and_direct(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("no_proxy", "*")


def records(*arguments: str) -> list[dict[str, Any]]:
    done = levelling(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_a_live_feed_is_read_page_by_page(server: str) -> None:
    _Handler.asked.clear()
    found = records("providers", f"{server}/services?per_page=3", *DAY)
    assert _Handler.asked == [f"/services?per_page=3&page={number}" for number in (1, 2, 3)]
    assert {record["kind"] for record in found} == {"barrier", "group", "place", "provider"}
    money = next(record for record in found if record.get("id") == "money")
    assert (money["services"], money["providers"], money["herfindahl"]) == (2, 2, 5000)


def test_a_redirect_on_the_same_host_is_followed(server: str) -> None:
    assert len([one for one in read_feed(f"{server}/moved") if isinstance(one, Service)]) == len(directory.OFFERS)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/file", "leads to an address that is not followed"),
        ("/inside", "inside this network"),
        ("/bomb", "larger than 32 MB"),
        ("/none", "there is nothing there (HTTP 404)"),
    ],
)
def test_where_an_address_may_not_lead(server: str, path: str, says: str) -> None:
    done = levelling("providers", server + path, *DAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(("path", "says"), [("/round", "not followed"), ("/short", "breaks off")])
def test_a_server_that_misbehaves(server: str, path: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        list(read_feed(server + path, pause=lambda _: None))


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setattr(fetching, "SECONDS_OF_SILENCE", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as quiet, pytest.raises(UserError, match="does not answer in time"):
        list(read_feed(f"http://127.0.0.1:{quiet.getsockname()[1]}/services", pause=lambda _: None))


def test_a_place_its_needs_and_a_page(tmp_path: Path) -> None:
    directory.write(tmp_path / "services.json")
    done = levelling("providers", "services.json", "--area", "Hartlepool", *DAY)
    assert done.returncode == 0, done.stderr
    assert "Nothing in the directory answers: disabled people and long journeys to work without a car" in done.stdout
    needs = records("providers", "services.json", "--area", "Hartlepool", "--show", "needs", *DAY)
    carers = next(record for record in needs if record["id"] == "unpaid-carers")
    assert (carers["services"], carers["providers"], carers["verdict"]) == (2, 2, "served")
    for form in ("html", "md", "json"):
        page = levelling("providers", "services.json", "--area", "Hartlepool", "--out", f"market.{form}", *DAY)
        assert page.returncode == 0, page.stderr
    assert "Who serves what" in (tmp_path / "market.html").read_text("utf-8")


def test_a_bad_directory_gives_the_good_part_and_lists_the_bad(tmp_path: Path) -> None:
    good, bad = (
        directory.entries(),
        [{"id": "x"}, 7, {**directory.entries()[0]}, {**directory.entry(99, "A", "<i>B</i>", "Debt advice", "?", "soon")}],
    )
    folder = tmp_path / "pages"
    folder.mkdir()
    directory.write(folder / "1.json", directory.page([*good, *bad]))
    (folder / "2.json").write_text('{"contents": [{"id": "z", "name": "Z", "status": "active"}, {"id":', "utf-8")
    found = records("providers", "pages", *DAY)
    problems = [(record["page"], record["row"], record["field"]) for record in found if record["kind"] == "problem"]
    for expected in (
        ("1.json", 9, "name"),
        ("1.json", 10, ""),
        ("1.json", 11, "id"),
        ("1.json", 12, "name"),
        ("1.json", 12, "last_modified"),
        ("2.json", None, ""),
    ):
        assert expected in problems
    assert {record["name"] for record in found if record["kind"] == "provider"} >= {"Whole Person", "A"}
    told = levelling("providers", "pages", *DAY).stdout
    assert "could not be taken as they stood; 4 entries or pages could not be used." in told
    assert "1.json, entry 9, name: it has no name, and was passed over" in told


def test_a_list_of_charities(tmp_path: Path) -> None:
    rows = ["name,number,postcode,activities,income", "Step On,1,TS24 7AA,Runs a job club for people out of work,5000"]
    (tmp_path / "charities.csv").write_text("\n".join(rows), "utf-8")
    found = records("providers", "charities.csv", *DAY)
    assert {record["id"] for record in found if record.get("services") == 1} >= {"employability", "unemployed-people"}
    here = levelling("providers", "charities.csv", "--area", "Hartlepool", *DAY)
    assert "1 could not be placed (1 gives a postcode, which the figures cannot place)" in here.stdout


def test_the_smallest_consortium(tmp_path: Path) -> None:
    directory.write(tmp_path / "services.json")
    asked = ("consortium", "services.json", "--themes", "employability,money,mental-health,skills", "--area", "Hartlepool", *DAY)
    found = records(*asked)
    assert [record["name"] for record in found if record["kind"] == "member"] == ["Whole Person", "Harbour Skills"]
    (tmp_path / "bid.toml").write_text('themes = ["money", "addiction"]\nnever = ["Whole Person"]\n', "utf-8")
    bid = records("consortium", "services.json", "--bid", "bid.toml", *DAY)
    assert {record["name"] for record in bid} == {"Headland Advice", "Steady"}
    page = levelling(*asked, "--out", "page.html")
    assert page.returncode == 0, page.stderr
    assert "Who together covers the bid" in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("providers", "none.json"), "There is no file or folder none.json"),
        (("providers", "empty.json"), "is empty"),
        (("providers", "page.html"), "neither JSON nor a table"),
        (("providers", "table.csv"), "no column of name"),
        (("providers", "text.json"), "is not JSON"),
        (("providers", "nothing.json"), "No service in nothing.json could be read"),
        (("consortium", "nothing.json", "--themes", "money"), "No service in nothing.json could be read"),
        (("providers", ""), "No directory of services was named"),
        (("providers", "file:///etc/passwd"), "begin with file"),
        (("providers", "services.json", "--area", "Hartlepol"), "Did you mean: Hartlepool"),
        (("providers", "services.json", "--as-of", "soon"), "--as-of cannot be 'soon'"),
        (("providers", "services.json", "--stale-after", "0"), "stale after 0 months"),
        (("providers", "services.json", "--show", "needs"), "Name it with --area"),
        (("providers", "services.json", "--json", "--csv"), "An answer has one form"),
        (("consortium", "services.json"), "needs themes"),
        (("consortium", "services.json", "--themes", "childcare"), "nobody covers childcare"),
        (("consortium", "services.json", "--themes", "moneyy"), "Did you mean: money"),
        (("consortium", "services.json", "--themes", "money", "--must", "Nobody"), "is not in the directory"),
        (("consortium", "services.json", "--bid", "none.toml"), "cannot be read"),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    directory.write(tmp_path / "services.json")
    (tmp_path / "empty.json").write_text("")
    (tmp_path / "text.json").write_text("name\n")
    (tmp_path / "nothing.json").write_text("[1, 2]")
    (tmp_path / "page.html").write_text("<html>not here</html>\n")
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    done = levelling(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_problems_of_a_feed_are_told_with_their_page(server: str) -> None:
    assert not [one for one in read_feed(f"{server}/services") if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[" * 100_000, "No service in it.json could be read (it.json: it is nested too deeply"),
        (b"PK\x03\x04" + bytes(40), "is not text in UTF-8"),
        ('[{"id": "a", "name": "x"}]'.encode("utf-16"), "is not text in UTF-8"),
    ],
)
def test_a_directory_of_which_nothing_can_be_read_is_not_called_empty(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "it.json"
    file.write_bytes(content)
    for command in (("providers", str(file)), ("consortium", str(file), "--themes", "money")):
        done = levelling(*command, *DAY)
        assert done.returncode == 2
        assert told in done.stderr
        assert done.stderr.count("\n") == 1


def test_what_could_not_be_placed_is_told_where_nobody_covers_a_theme(tmp_path: Path) -> None:
    file = tmp_path / "it.json"
    entry = {"id": "1", "name": "Debt advice", "status": "active", "organization": {"id": "o", "name": "Clear"}}
    file.write_text(json.dumps([entry]))
    done = levelling("consortium", str(file), "--themes", "money", "--area", "Hartlepool", *DAY)
    assert done.returncode == 2
    assert "nobody covers money. 1 provider could not be placed, and was not considered." in done.stderr
