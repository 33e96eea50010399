"""Furlough and children's poverty around the first lockdown, from a few made-up rows."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import dwp_children_low_income, hmrc_furlough
from levelling.sources.build import check_tidy
from levelling.sources.dwp_children_low_income import AGES, CHILDREN
from levelling.sources.hmrc_furlough import CLAIMS
from levelling.sources.mergers import CHAIN
from levelling.sources.places import AUTHORITY_NAMES


def _put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    years = [f"ltla{year}_code" for year in range(19, 25)]
    old = ",".join(["E07000026"] * 4 + ["E06000063"] * 2)
    other = ",".join(["E07000028"] * 4 + ["E06000063"] * 2)
    _put(tmp_path, CHAIN, f"{','.join(years)}\n{old}\n{other}\n")
    claims = ["LAD19CD,Furlough count,Furlough rate", "E06000001,11200,0.3", "E07000026,1000,0.2", "E07000028,3000,0.4"]
    _put(tmp_path, CLAIMS, "\n".join([*claims, "E06000053,83400,0.37", "E07000004,,"]) + "\n")
    names = ["LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE", "E06000001,Hartlepool,E06000001,Hartlepool"]
    names += ["E07000026,Allerdale,E06000063,Cumberland", "E07000028,Carlisle,E06000063,Cumberland"]
    _put(tmp_path, AUTHORITY_NAMES, "\n".join(names) + "\n")
    poor = [
        '"Year","2018/19","2018/19 - Annotations","2019/20","2019/20 - Annotations",',
        '"Hartlepool",1,,20,,',
        '"Allerdale",1,,10,,',
    ]
    _put(tmp_path, CHILDREN, "\n".join([*poor, '"Carlisle / Caer",1,,30,,', '"Unknown",..,,..,,', '"Total",3,,60']))
    young = ",".join(map(str, range(20)))
    rows = [f"{name},{','.join(['5'] * 20)}" for name in ("Hartlepool", "Allerdale", "Carlisle")]
    _put(tmp_path, AGES, "\n".join([f"ltla21_name,{young}", *rows]) + "\n")
    return tmp_path


def _values(frame: pl.DataFrame) -> dict[str, float]:
    return dict(frame.select("area_code", "value").iter_rows())


def test_furlough_is_in_per_cent_and_merged_by_the_jobs_that_could_be(folder: Path) -> None:
    # Cumberland: 1,000 of 5,000 and 3,000 of 7,500 are 4,000 of 12,500.
    found = _values(check_tidy(hmrc_furlough.SOURCE, folder).estimates)
    assert found == {"E06000001": 30.0, "E07000026": 20.0, "E07000028": 40.0, "E06000063": 32.0}


def test_what_was_not_published_for_an_area_of_its_own_is_left_out(folder: Path) -> None:
    codes = set(check_tidy(hmrc_furlough.SOURCE, folder).estimates["area_code"])
    assert not codes & {"E06000053", "E07000004"}


def test_furlough_that_is_no_share_is_refused(folder: Path) -> None:
    _put(folder, CLAIMS, "LAD19CD,Furlough count,Furlough rate\nE06000001,11200,30\n")
    with pytest.raises(SourceChanged, match="not shares between 0 and 1"):
        check_tidy(hmrc_furlough.SOURCE, folder)
    _put(folder, CLAIMS, "LAD19CD,Furloughed,Furlough rate\nE06000001,11200,0.3\n")
    with pytest.raises(SourceChanged, match="Furlough count"):
        check_tidy(hmrc_furlough.SOURCE, folder)


def test_children_are_set_against_everybody_under_20_and_merged(folder: Path) -> None:
    # Each has 100 people under 20; Cumberland has two of them: 40 children of 200.
    found = _values(check_tidy(dwp_children_low_income.SOURCE, folder).estimates)
    assert found == {"E06000001": 20.0, "E07000026": 10.0, "E07000028": 30.0, "E06000063": 20.0}


def test_children_and_ages_meet_by_name_where_a_code_has_changed(folder: Path) -> None:
    names = (
        "LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE\nE08000016,Barnsley,E08000038,Barnsley\nE08000038,Barnsley,E08000038,Barnsley\n"
    )
    _put(folder, AUTHORITY_NAMES, names)
    _put(folder, CHILDREN, '"Year","2019/20"\n"Barnsley",25\n')
    _put(folder, AGES, f"ltla21_name,{','.join(map(str, range(20)))}\nBarnsley,{','.join(['5'] * 20)}\n")
    assert _values(check_tidy(dwp_children_low_income.SOURCE, folder).estimates) == {"E08000038": 25.0}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"Year","2018/19"\n"Hartlepool",1\n', "no columns 'Year' and '2019/20'"),
        ('"Year","2018/19","2019/20"\n"Hartlepool",1\n', "break off"),
        ('"Year","2019/20"\n"Hartlepool",many\n', "not numbers, such as 'many'"),
        ('"Year","2019/20"\n"Atlantis",12\n', "Atlantis"),
        ("", "no columns"),
    ],
)
def test_a_strange_export_is_refused(folder: Path, text: str, said: str) -> None:
    _put(folder, CHILDREN, text)
    with pytest.raises(SourceChanged, match=said):
        check_tidy(dwp_children_low_income.SOURCE, folder)
