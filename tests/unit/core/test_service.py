"""Services each once, and text written by others made safe."""

from datetime import date

import pytest

from levelling.core.markup import without_formula, without_markup
from levelling.core.service import Problem, Service, Standing, once


def test_the_first_of_two_with_one_id_is_kept() -> None:
    first, second = Service("a", "One", None), Service("a", "Two", None, page="page 2", row=7)
    kept, problem = once([first, second])
    assert kept is first
    assert isinstance(problem, Problem)
    assert (problem.page, problem.row, problem.field, problem.entry_used) == ("page 2", 7, "id", False)


def test_services_without_an_id_are_all_kept() -> None:
    assert len(list(once([Service("", "One", None), Service("", "One", None)]))) == 2


def test_a_directory_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("levelling.core.service.MOST_SERVICES", 3)
    made = list(once(Service(str(at), "One", None) for at in range(100)))
    assert [type(item).__name__ for item in made] == ["Service"] * 3 + ["Problem"]


def test_the_newest_of_its_dates_counts() -> None:
    assert Service("a", "One", None, assured=date(2020, 1, 1), modified=date(2024, 1, 1)).dated == date(2024, 1, 1)
    assert Service("a", "One", None).dated is None


def test_what_says_nothing_of_its_status_is_taken_to_be_on_offer() -> None:
    assert [standing for standing in Standing if standing.open] == [Standing.ACTIVE, Standing.UNKNOWN]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>One</p><p>two</p>", "One two"),
        ("Help<br/>with<BR>rent", "Help with rent"),
        ("A <script>alert('x')</script>B", "A B"),
        ("A <style>p{}</style>B <svg onload=alert(1)><text>C</text></svg>D", "A B D"),
        ("&lt;b&gt;bold&lt;/b&gt; &amp; plain", "bold & plain"),
        ("<img src=x onerror=alert(1)>picture", "picture"),
        ("one\x1b[31mred\x00\u202etxt", "one [31mred txt"),
        ("under < 25 and > 16", "under < 25 and > 16"),
        ("<b>never closed", "never closed"),
        ("", ""),
    ],
)
def test_only_words_are_left(written: str, read: str) -> None:
    assert without_markup(written)[0] == read


@pytest.mark.parametrize("name", ["=1+1", "+44", "@SUM(A1)", "-2+3", "  =x"])
def test_no_name_is_run_by_a_spreadsheet(name: str) -> None:
    kept, unsafe = without_formula(name)
    assert unsafe
    assert kept[0] not in "=+-@ "


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<script>", "<a href='", "</", "<a b=", "&lt;", "<![CDATA[", "<", "&"])
def test_a_text_of_unclosed_tags_is_read_in_no_time(piece: str) -> None:
    """A parser that looks for the end of each from its start would take minutes."""
    words, _ = without_markup(piece * (200_000 // len(piece)))
    assert "<a" not in words
