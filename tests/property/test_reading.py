"""Laws of reading: no row is lost, order changes nothing, nothing that is written breaks it, and nothing personal leaks."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from levelling.core.errors import UserError
from levelling.jobs.limits import SLOTS
from levelling.jobs.reading import hours, reach, times
from levelling.jobs.reading.duplicates import Draft, likeness, merge, sketch
from levelling.jobs.reading.markup import plain_text
from levelling.jobs.reading.money import stated
from levelling.jobs.reading.pay import Advertised, hourly
from levelling.jobs.reading.phrases import Phrases, Text, plain
from levelling.jobs.reading.qualifications import of_person
from levelling.jobs.reading.records import Record, records
from levelling.jobs.reading.streams import Source
from levelling.jobs.vacancy import Pay, Vacancy
from tests.unit.jobs.reading.world import people, vacancies

DAY = date(2025, 6, 1)
SIGNS = "£0123456789.,-–/ kKpahrweekyannumondfiusn()+&\n:;x%"
texts = st.text(SIGNS, max_size=60) | st.text(max_size=60)
_quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
_few = settings(_quick, max_examples=25)


@_quick
@given(texts, texts, st.none() | st.tuples(st.floats(0, 60), st.floats(0, 60)).map(lambda pair: (min(pair), max(pair))))
def test_any_text_of_pay_gives_pay_in_order_or_a_reason(text: str, unit: str, worked: tuple[float, float] | None) -> None:
    read = hourly(Advertised(text, unit=unit), worked, DAY)
    if read.pay is None:
        assert read.reason or not text.strip()
    else:
        assert 0 < read.pay.least <= read.pay.most < 1_000
        assert not read.reason


@_quick
@given(texts)
def test_any_text_is_read_without_breaking(text: str) -> None:
    stated(text)
    plain_text(text)
    of_person(text)
    reach.in_words(text)
    for read in (hours.from_text(text), hours.from_field(text)):
        assert read is None or 0 <= read[0] <= read[1] <= hours.MOST
    for blocked in (False, True):
        found = times.slots(text, blocked=blocked)
        assert found is None or found <= frozenset(range(len(SLOTS)))


@_quick
@given(st.integers(1_000, 6_000), st.sampled_from(["£{} per hour", "£{} an hour", "{} p/h", "Pay: £{} hourly", "£{}/hr + bonus"]))
def test_pay_for_an_hour_is_read_as_it_is_written(pence: int, form: str) -> None:
    pounds = f"{pence // 100}.{pence % 100:02}"
    assert hourly(Advertised(form.format(pounds)), None, DAY).pay == Pay(pence / 100, pence / 100)


@_quick
@given(st.integers(24_000, 90_000), st.integers(0, 20_000))
def test_a_year_is_read_alike_however_it_is_written(low: int, more: int) -> None:
    high = low + more
    forms = (
        f"£{low:,} - £{high:,} per annum",
        f"£{low} to £{high} pa",
        f"GBP {low:,}-{high:,} a year",
        f"{low:,}.00 - {high:,}.00 annually",
        f"Band 4: £{low:,} – £{high:,} p.a. plus benefits",
    )
    read = {form: hourly(Advertised(form), None, DAY).pay for form in forms}
    expected = (round(low / 1950, 2), round(high / 1950, 2))
    assert {form: (pay.least, pay.most) for form, pay in read.items() if pay} == dict.fromkeys(forms, expected)


@_quick
@given(
    st.lists(
        st.sampled_from(
            [
                "no",
                "not",
                "never",
                "without",
                "a",
                "licence",
                "driving",
                "needed",
                "desirable",
                "is",
                ",",
                ".",
                "but",
                "you",
                "must",
                "have",
            ]
        ),
        max_size=14,
    )
)
def test_two_phrases_apart_are_found_or_not_by_their_own_sentence(words: list[str]) -> None:
    phrases = Phrases({"found": ["driving licence"]})
    alone = phrases.found(Text(" ".join(words)))
    assert phrases.found(Text(f"{' '.join(words)}. We are kind.")) == alone
    assert phrases.found(Text(f"Care is needed. {' '.join(words)}")) == alone
    assert phrases.found(Text("A driving licence. " + " ".join(words))) == {"found"}


@_quick
@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)).split() == plain(text).split()


# -- files

_cells = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12) | st.sampled_from(
    ["", "Cook", "Porter", "£13 an hour", "Leeds", "37.5", 'a "quoted" cell', "two\nlines", "a,b;c", "0", "-1", "1e400"]
)
_HEADINGS = ("id", "title", "employer", "place", "salary", "hours", "closing date")


@_few
@given(rows=st.lists(st.lists(_cells, min_size=7, max_size=7), min_size=1, max_size=8))
def test_every_row_of_a_table_is_good_merged_or_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    path = tmp_path / "v.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([_HEADINGS, *rows])
    read = vacancies(path)
    assert read.rows == sum(any(cell.strip() for cell in row) for row in rows)
    assert len({one.id for one in read.good}) == len(read.good)


@_few
@given(rows=st.lists(st.lists(_cells, min_size=3, max_size=3), min_size=1, max_size=8))
def test_tables_are_read_as_the_standard_library_reads_them(tmp_path: Path, rows: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows([["a", "b", "c"], *rows])
    path = tmp_path / "t.csv"
    path.write_bytes(buffer.getvalue().encode())
    expected = [dict(zip("abc", row, strict=True)) for row in rows if any(cell.strip() for cell in row)]
    if expected:
        found = [one.fields for one in records(Source(path, "file")) if isinstance(one, Record)]
        assert found == expected


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@_few
@given(values=st.lists(st.dictionaries(st.text(max_size=6), _json, max_size=4), min_size=1, max_size=6))
@pytest.mark.parametrize(
    "write", [json.dumps, lambda values: json.dumps(values, indent=1, ensure_ascii=False)], ids=["close", "spread"]
)
def test_arrays_are_read_as_the_standard_library_reads_them(
    tmp_path: Path, write: Callable[[Any], str], values: list[dict[str, Any]]
) -> None:
    path = tmp_path / "a.json"
    path.write_text(write(values), "utf-8", errors="surrogatepass")
    text = path.read_bytes().decode("utf-8", "surrogatepass")
    # JSON itself escapes NULs and ends of lines; half pairs of surrogates are not text in any encoding.
    if not any("\ud800" <= sign <= "\udfff" for sign in text):
        assert [one.fields for one in records(Source(path, "file")) if isinstance(one, Record)] == json.loads(text)


@_few
@given(
    value=_json,
    field=st.sampled_from(["title", "salary", "baseSalary", "jobLocation", "identifier", "hours", "location", "skills", "wage"]),
)
def test_any_json_in_any_field_is_read_or_told(tmp_path: Path, value: Any, field: str) -> None:
    path = tmp_path / "v.jsonl"
    kinds: list[dict[str, Any]] = [{}, {"@type": "JobPosting"}, {"vacancyReference": "1"}, {"salary_is_predicted": "1"}]
    path.write_text("".join(json.dumps({"title": "Cook", **kind, field: value}) + "\n" for kind in kinds), "utf-8")
    assert vacancies(path).rows == 4


@_few
@given(data=st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_or_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(data)
    try:
        vacancies(path)
    except UserError as error:
        assert str(error).endswith((".", "?"))  # noqa: PT017 - either outcome is right


# -- people

_TOLD = "Zyxwvut"
_PERSON = (
    "id",
    "postcode",
    "lsoa",
    "authority",
    "place",
    "latitude",
    "longitude",
    "travel",
    "occupation",
    "wants",
    "skills",
    "level",
)
_MORE = (
    "hours",
    "times",
    "floor",
    "limits",
    "caring",
    "licences",
    "miles",
    "bus minutes",
    "max hours",
    "name",
    "a strange column",
)


@_few
@given(
    fields=st.dictionaries(
        st.sampled_from((*_PERSON, *_MORE)), st.text(max_size=10).map(lambda text: f"{_TOLD}{text}"), min_size=2
    )
)
def test_no_message_about_people_says_what_stood_in_their_file(tmp_path: Path, fields: dict[str, str]) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(json.dumps(fields) + "\n" + json.dumps(fields | {"hours": "20"}) + f'\n{{"id": "{_TOLD}\n', "utf-8")
    read = people(path)
    assert _TOLD not in "".join(map(str, (*read.refused, *read.noted)))
    assert _TOLD not in repr(read.noted_count)


# -- duplicates

_WORDS = [
    "care",
    "of",
    "people",
    "every",
    "morning",
    "and",
    "evening",
    "with",
    "kindness",
    "patience",
    "laughter",
    "teamwork",
    "training",
    "progression",
    "uniform",
]
_long = st.lists(st.sampled_from(_WORDS), min_size=25, max_size=40).map(" ".join)


@st.composite
def _drafts(draw: st.DrawFn) -> list[Draft]:
    texts = draw(st.lists(_long, min_size=1, max_size=3))
    found = []
    for number in range(draw(st.integers(1, 9))):
        text = draw(st.sampled_from([*texts, "short"]))
        pay = draw(st.sampled_from([None, Pay(13, 13), Pay(14, 14)]))
        vacancy = Vacancy(
            id=draw(st.sampled_from("123")),
            title=draw(st.sampled_from(["Cook", "Head Cook", "Porter"])),
            employer=draw(st.sampled_from(["", "A", "B"])),
            pay=pay,
            headcount=draw(st.integers(1, 3)),
            reads=f"f, row {number}",
        )
        found.append(
            Draft(vacancy, made=False, several=draw(st.booleans()), where=draw(st.sampled_from(["", "x"])), sketch=sketch(text))
        )
    return found


@_quick
@given(_drafts(), st.randoms(use_true_random=False))
def test_merging_loses_none_and_does_not_depend_on_the_order(drafts: list[Draft], chance: Any) -> None:
    good = merge(drafts)
    assert len(good) + sum(len(one.merged) for one in good) == len(drafts)
    assert len({one.id for one in good}) == len(good)
    shuffled = list(drafts)
    chance.shuffle(shuffled)
    assert {replace(one, reads="") for one in merge(shuffled)} == {replace(one, reads="") for one in good}


@_quick
@given(_drafts())
def test_merging_again_changes_nothing(drafts: list[Draft]) -> None:
    """What is left after merging are vacancies of which no two with a text are the same."""
    good = merge(drafts)
    left = [draft for draft in drafts if any(draft.vacancy.reads == one.reads for one in good)]
    assert len(merge(left)) == len(left)


@_quick
@given(_long, _long)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    first, second = sketch(one), sketch(other)
    assert 0 <= likeness(first, second) == likeness(second, first) <= 1
    assert likeness(first, first) == 1
