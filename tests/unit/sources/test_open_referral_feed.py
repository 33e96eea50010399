"""Live feeds, without a network: pages that fail, feeds that go round, and which addresses are followed."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from levelling.core.errors import UserError
from levelling.core.service import Problem, Service
from levelling.sources.open_referral.feed import read_feed
from levelling.sources.open_referral.fetch import Refused, checked, fetch, is_inside

ADDRESS = "https://example.org/services?per_page=2"
Server = Callable[[str], bytes]


def body(number: int, of: Any = 3, **more: Any) -> bytes:
    contents = [{"id": f"{number}-{at}", "name": f"Service {number}", "status": "active"} for at in range(2)]
    return json.dumps({"total_pages": of, "page_number": number, "contents": contents, **more}).encode()


def number_of(address: str) -> int:
    return int(parse_qs(urlsplit(address).query)["page"][0])


def read(get: Server, address: str = ADDRESS, **more: Any) -> tuple[list[Service], list[Problem], list[float]]:
    waits: list[float] = []
    found = list(read_feed(address, get=get, pause=waits.append, **more))
    problems = [one for one in found if isinstance(one, Problem) and one.field != "organization"]
    return [one for one in found if isinstance(one, Service)], problems, waits


def test_every_page_is_asked_for_once_and_the_address_kept() -> None:
    asked: list[str] = []

    def get(address: str) -> bytes:
        asked.append(address)
        return body(number_of(address))

    services, problems, _ = read(get)
    assert len(services) == 6
    assert problems == []
    assert asked == [f"{ADDRESS}&page={number}" for number in (1, 2, 3)]


def test_a_feed_of_one_list_is_one_page() -> None:
    services, problems, _ = read(lambda address: json.dumps([{"id": "a", "name": "A", "status": "active"}]).encode())
    assert [one.id for one in services] == ["a"]
    assert problems == []


def test_a_thousand_pages() -> None:
    services, problems, _ = read(lambda address: body(number_of(address), 1_000))
    assert len(services) == 2_000
    assert problems == []


@pytest.mark.parametrize("stamp", [False, True])
def test_a_feed_that_goes_round_is_left(stamp: bool) -> None:
    asked: list[int] = []

    def get(address: str) -> bytes:
        asked.append(number_of(address))
        return body(1, 10**9, served=str(number_of(address)) if stamp else "")

    services, problems, _ = read(get)
    assert len(services) == 2
    assert asked == [1, 2]
    assert "goes round" in problems[-1].reason


def test_a_feed_without_end_is_left_at_the_limit() -> None:
    services, problems, _ = read(lambda address: body(number_of(address), None, last_page=False), most_pages=5)
    assert len(services) == 10
    assert "no page after the first 5" in problems[-1].reason


def test_a_page_that_fails_in_passing_is_tried_again() -> None:
    tries: list[int] = []

    def get(address: str) -> bytes:
        tries.append(number_of(address))
        if tries.count(2) == 1 and number_of(address) == 2:
            raise Refused("it asks us to slow down", passing=True, wait=7)
        return body(number_of(address))

    services, problems, waits = read(get)
    assert (len(services), problems, waits) == (6, [], [7])


def test_a_page_that_fails_for_good_is_told_of_and_the_next_one_read() -> None:
    def get(address: str) -> bytes:
        if number_of(address) == 2:
            raise Refused("there is nothing there (HTTP 404)")
        return body(number_of(address))

    services, problems, waits = read(get)
    assert len(services) == 4
    assert [(problem.page, problem.entry_used) for problem in problems] == [("page 2", False)]
    assert waits == []


def test_a_feed_that_dies_is_left_alone_and_what_is_left_counted() -> None:
    def get(address: str) -> bytes:
        if number_of(address) > 1:
            raise Refused("it answers with an error (HTTP 500)", passing=True)
        return body(1, 100)

    services, problems, waits = read(get)
    assert len(services) == 2
    assert len(waits) == 6
    assert "96 of its 100 pages were not read" in problems[-1].reason


def test_the_first_page_must_be_there() -> None:
    def get(address: str) -> bytes:
        raise Refused("nothing answers there", "Check the address.")

    with pytest.raises(UserError, match=r"cannot be read: nothing answers there. Check the address."):
        read(get)


@pytest.mark.parametrize("text", ["<html>hello</html>", '{"version": "3.0"}', "[]", ""])
def test_what_is_no_list_of_services_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="There is no list of services"):
        read(lambda address: text.encode())


def test_a_broken_page_in_the_middle_costs_its_own_services_only() -> None:
    services, problems, _ = read(lambda address: body(number_of(address))[: 120 if number_of(address) == 2 else None])
    assert {one.name for one in services} >= {"Service 1", "Service 3"}
    assert problems[0].page == "page 2"


@pytest.mark.parametrize("total", ["many", -4, True, 1e300, 10**12])
def test_an_odd_number_of_pages_is_told_and_pages_read_until_one_is_empty(total: Any) -> None:
    def get(address: str) -> bytes:
        return (
            body(number_of(address), total) if number_of(address) < 4 else json.dumps({"page_number": 4, "contents": []}).encode()
        )

    services, problems, _ = read(get)
    assert len(services) == 6
    assert {problem.field for problem in problems} == {"total_pages"}


def test_a_page_that_calls_itself_another_is_told_of() -> None:
    _, problems, _ = read(lambda address: body(number_of(address), 1, page_number=0))
    assert "calls it page 0" in problems[0].reason


def test_reading_begins_at_the_page_that_was_named() -> None:
    services, _, _ = read(lambda address: body(number_of(address)), "https://example.org/services?page=3")
    assert [one.id for one in services] == ["3-0", "3-1"]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "data://x",
        "javascript://x",
        "http://",
        "https://a b/c",
        "http://[::1",
        "https://me:secret@example.org/x",
    ],
)
def test_other_addresses_are_not_followed(address: str) -> None:
    with pytest.raises(UserError):
        checked(address)
    with pytest.raises(UserError):
        fetch(address)


def test_which_hosts_are_inside() -> None:
    assert all(is_inside(host) for host in ("127.0.0.1", "localhost", "169.254.169.254", "10.0.0.1", "::1", "0.0.0.0"))  # noqa: S104
    assert not is_inside("93.184.216.34")


def test_what_an_address_may_hold_is_not_shown() -> None:
    def get(address: str) -> bytes:
        raise Refused("it refuses to answer")

    with pytest.raises(UserError) as told:
        read(get, "https://example.org/services?key=secret")
    assert "https://example.org/services cannot" in str(told.value)
    assert "secret" not in str(told.value)
