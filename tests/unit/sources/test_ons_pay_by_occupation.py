"""Pay by occupation: releases kept apart, signs turned into reasons, and what is refused."""

from pathlib import Path

import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_pay_by_occupation.tidy import FILES, tidy

HEADING = "Description,Code,No_jobs,Median,change,Mean,change.1,10,20,25,30,40,60,70,75,80,90"
ALL = "All employees,XX,27283,15.88,7.4,20.05,6.9,10.7,11.54,12.02,12.65,14.09,18.2,21.27,23.11,25.33,32.42"
CARE = "   Care workers,6135,592,11.82,8,12.9,7.4,10.45,10.6,10.9,11,11.4,12,12.7,13.1,14,x"
NONE = "   Officers in armed forces,1161,:,,,,,,,,,,,,,,"
FEW = "   Elected officers,1112,..,,,,,,,,,,,,,,"
OTHER = "Not Classified,,:,,,,,,,,,,,,,,"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{HEADING}\n{ALL}\n{CARE}\n{NONE}\n{FEW}\n{OTHER}\n", "utf-8")
    return tmp_path


def test_each_release_keeps_its_classification_and_period(folder: Path) -> None:
    table = tidy(Inputs(folder, FILES)).tables["occupation_pay"]
    assert table.height == 4 * 4 * 4
    kept = table.filter(code="6135", who="all").select("classification", "release", "per", "period").rows()
    assert ("soc2000", "ons-ashe-table-14-2010r", "hour", "2010-04") in kept
    assert ("soc2020", "ons-ashe-table-14-2023p", "year", "2022-04-06/P1Y") in kept


def test_numbers_are_the_publishers_and_blanks_have_reasons(folder: Path) -> None:
    table = tidy(Inputs(folder, FILES)).tables["occupation_pay"]
    hour = table.filter(release="ons-ashe-table-14-2023p", per="hour", who="full-time")
    care, none, few, everyone = (hour.filter(code=code).row(0, named=True) for code in ("6135", "1161", "1112", ""))
    assert (care["jobs"], care["median"], care["p10"], care["p75"], care["p90"]) == (592, 11.82, 10.45, 13.1, None)
    assert care["blank"] == "p90:unreliable"
    assert everyone["blank"] == ""
    names = ("jobs", "median", "p10", "p25", "p75", "p90", "change")
    assert set(few["blank"].split(";")) == {f"{name}:disclosive" for name in names}
    assert all(part.endswith(":not applicable") for part in none["blank"].split(";"))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (CARE.replace("11.82", "about 12"), "neither a number nor a known sign"),
        (CARE.replace("6135", "61X5"), "no occupation groups"),
        (f"{CARE}\n{CARE}", "one twice"),
    ],
)
def test_a_changed_file_is_refused(folder: Path, row: str, said: str) -> None:
    (folder / FILES[0]).write_text(f"{HEADING}\n{ALL}\n{row}\n", "utf-8")
    with pytest.raises(SourceChanged, match=said):
        tidy(Inputs(folder, FILES))
