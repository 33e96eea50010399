"""Words of adverts and people: what is said, denied or only wished for; hours, days, journeys, qualifications, terms."""

from pathlib import Path

import pytest

from levelling.atlas.declared import FactsBroken, Key
from levelling.jobs.limits import Part, slot
from levelling.jobs.person import Mode, Reach
from levelling.jobs.reading import hours, qualifications, reach, terms, times
from levelling.jobs.reading.declared import Sign, contracts, demands, levels, licences, load, pay_rules, protects, scales, wording
from levelling.jobs.reading.drafting import signs_of
from levelling.jobs.reading.markup import plain_text
from levelling.jobs.reading.phrases import Text
from levelling.jobs.vacancy import Contract

WEEKDAYS = frozenset(slot(day, Part.DAY) for day in range(5))


def says(name: str, text: str, title: str = "") -> set[str]:
    return set(signs_of(name, Text(f"{title}\n{text}"), "", Text(title)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A full UK driving licence is essential.", {"driving-licence"}),
        ("You must hold a driver's license", {"driving-licence"}),
        ("No driving licence needed", set()),
        ("A driving licence is not required for this role", set()),
        ("You do not need a driving licence.", set()),
        ("A driving licence is desirable", set()),
        ("Ideally you will have a driving licence", set()),
        ("NMC registration is essential, a driving licence desirable", {"nmc"}),
        (
            "Essential:\nNMC registration\nDesirable:\nDriving licence\nForklift licence\nBenefits:\nSIA licence training",
            {"nmc", "sia"},
        ),
        ("A driving licence would be an advantage\nNMC registration", {"nmc"}),
        ("No experience needed, driving licence required", {"driving-licence"}),
        ("No experience needed but you must hold a driving licence", {"driving-licence"}),
        ("You cannot do this work without a driving licence", {"driving-licence"}),
        ("Not only a driving licence but patience", {"driving-licence"}),
        ("Bring your passport, driving licence and a utility bill", set()),
        ("HGV Class 1 driver wanted with driver CPC", {"lgv-ce", "driver-cpc"}),
        ("This post needs an enhanced DBS check", {"dbs"}),
        ("Work under the supervision of a HCPC registered biomedical scientist", set()),
    ],
)
def test_licences_are_asked_for_denied_or_wished_for(text: str, expected: set[str]) -> None:
    assert says("licences", text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Staff Nurse", {"nmc"}),
        ("Ward Sister", {"nmc"}),
        ("Bank Registered Nurses", {"nmc"}),
        ("Dental Nurse", {"gdc"}),
        ("Nursery Nurse", set()),
        ("Veterinary Nurse", set()),
        ("Occupational Therapy Assistant", set()),
        ("Physiotherapist", {"hcpc"}),
        ("Physiotherapist Assistant", set()),
        ("Pharmacist", {"gphc"}),
    ],
)
def test_a_title_kept_by_law_says_its_registration(title: str, expected: set[str]) -> None:
    assert says("licences", "", title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is some heavy lifting and you will be on your feet.", {"heavy-lifting", "standing"}),
        ("You can think on your feet", set()),
        ("No nights, no weekends, no heavy lifting", set()),
        ("Night shifts and alternate weekends", {"nights", "weekends"}),
        ("You will not be required to work weekends.", set()),
        ("Rotating shifts in a noisy environment, working at height", {"shifts", "noise", "heights"}),
        ("Free eye tests for VDU users", set()),
        ("You will drive vans on a multi drop round", {"driving"}),
        ("Driving the quality agenda forward", set()),
    ],
)
def test_demands(text: str, expected: set[str]) -> None:
    assert says("demands", text) == expected


def test_what_protects_health() -> None:
    text = "We are an accredited living wage employer with company sick pay, flexible working and a Disability Confident scheme."
    assert says("protects", text) == {"living-wage", "sick-pay", "flexible-hours", "disability-confident"}
    assert says("protects", "A national living wage employer") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("37.5 hours per week", (37.5, 37.5)),
        ("16 - 20 hrs pw", (16, 20)),
        ("Part time, 18.75 hours", (18.75, 18.75)),
        ("Up to 30 hours a week", (0, 30)),
        ("0.6 WTE", (22.5, 22.5)),
        ("12 hour shifts in a 24 hour service", None),
        ("48 hours notice is needed", None),
        ("1.0 wte and 0.6 wte posts", None),
    ],
)
def test_hours_in_a_text(text: str, expected: tuple[float, float] | None) -> None:
    assert hours.from_text(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon-Fri 9-5", WEEKDAYS),
        ("weekdays, school hours", WEEKDAYS),
        ("Monday to Friday 10am to 2pm", WEEKDAYS),
        ("days; not Wednesday", {slot(day, Part.DAY) for day in range(7) if day != 2}),
        ("weekday evenings", {slot(day, Part.EVENING) for day in range(5)}),
        ("Fri-Sun nights", {slot(day, Part.NIGHT) for day in (4, 5, 6)}),
        ("22:00-06:00", {slot(day, Part.NIGHT) for day in range(7)}),
        ("evenings and weekends", {slot(d, Part.EVENING) for d in range(5)} | {slot(d, part) for d in (5, 6) for part in Part}),
        ("any", set(times.ALL)),
        ("phone me first", None),
    ],
)
def test_days_and_times(text: str, expected: set[int] | None) -> None:
    found = times.slots(text)
    assert (None if found is None else set(found)) == expected


def test_caring_takes_out_only_what_it_fills() -> None:
    assert times.slots("Mon-Fri 15:00-18:00", blocked=True) == frozenset()
    assert times.slots("Mon-Fri 8am-6pm", blocked=True) == WEEKDAYS
    assert times.slots("every night", blocked=True) == frozenset(slot(day, Part.NIGHT) for day in range(7))


def test_an_adverts_days_are_not_those_of_its_service() -> None:
    assert times.of_advert("You will work Mon - Fri, 8:30am to 5pm.") == WEEKDAYS
    assert times.of_advert("The service operates Monday to Friday.") is None
    assert times.of_advert("Monday to Sunday on a rota") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bus 40 min", [Reach(Mode.BUS, 40.0, None)]),
        ("walk 3 km; bus 1 hour", [Reach(Mode.WALK, None, 3.0), Reach(Mode.BUS, 60.0, None)]),
        ("up to 10 miles by car", [Reach(Mode.CAR, None, 16.093)]),
        ("45 minutes by public transport", [Reach(Mode.BUS, 45.0, None)]),
        ("drives, 30 mins", [Reach(Mode.CAR, 30.0, None)]),
        ("an hour and a half", [Reach(Mode.BUS, 60.0, None)]),
        ("bus 900 minutes", []),
    ],
)
def test_journeys(text: str, expected: list[Reach]) -> None:
    assert list(reach.in_words(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "level"),
    [
        *(
            ("none", 0),
            ("GCSE", 2),
            ("gcses (5)", 2),
            ("A level", 3),
            ("A-levels", 3),
            ("degree", 6),
            ("BSc Hons", 6),
            ("MSc", 7),
        ),
        *(
            ("PhD", 8),
            ("Level 4", 4),
            ("3", 3),
            ("NVQ 2", 2),
            ("HND", 5),
            ("SCQF level 6", 3),
            ("Highers", 3),
            ("no qualifications", 0),
        ),
        *(("ask", None), ("9", None)),
    ],
)
def test_a_persons_qualification(text: str, level: int | None) -> None:
    assert qualifications.of_person(text) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Educated to degree level", 6),
        ("NVQ level 3 or a degree", 3),
        ("GCSE maths. A degree in law.", 6),
        ("A high degree of care", None),
        ("A degree is desirable", None),
        ("Willing to work towards NVQ level 3", None),
        ("No formal qualifications required", 0),
        ("A level of independence", None),
    ],
)
def test_an_adverts_qualification(text: str, level: int | None) -> None:
    assert qualifications.of_advert(Text(text)) == level


def test_terms() -> None:
    assert terms.contract_of("FULL_TIME", Text("Cook"), Text("A 12 month fixed term contract")) is Contract.FIXED_TERM
    assert terms.contract_of("", Text("Cook"), Text("12 months post registration experience")) is Contract.UNKNOWN
    assert terms.contract_of("", Text("Cook"), Text("This is a zero hours contract")) is Contract.ZERO_HOURS
    assert terms.is_remote("", Text("Working from home is currently in place")) is False
    assert terms.is_remote("remote", Text("")) is True
    assert terms.is_remote("no", Text("")) is False


def test_markup_and_script_are_thrown_away() -> None:
    assert (
        plain_text("<p onclick=\"x()\">Cook</p><script>alert('no')</script><style>p{}</style><!-- x -->&pound;12") == "Cook\n£12"
    )
    assert plain_text("&lt;p&gt;Cook&lt;/p&gt;") == "Cook"
    assert "script" not in plain_text("Cook<script>" + "x" * 1000)
    assert len(plain_text("x" * 10_000_000)) == 20_000
    assert "\u202e" not in plain_text("a\u202eb\x00c")


def test_the_facts_are_whole_and_refer_to_what_there_is() -> None:
    for signs in (licences(), demands(), protects()):
        assert all(set(sign.includes) <= set(signs) for sign in signs.values())
    assert set(contracts()) == set(Contract) - {Contract.UNKNOWN}
    assert set(levels()) == set(range(9))
    assert wording().modes.keys() == {mode.value for mode in Mode}
    assert pay_rules().week_hours.value == 37.5
    assert all(scale.start < scale.to for scale in scales())


def test_a_broken_file_of_facts_lists_its_faults(tmp_path: Path) -> None:
    (tmp_path / "licences.toml").write_text('[one]\nlabel = "x"\nphrases = ["UPPER"]\n[two]\nphrases = []\n', "utf-8")
    with pytest.raises(FactsBroken) as caught:
        load("licences.toml", dict[Key, Sign], tmp_path)
    assert len(caught.value.faults) == 5
