"""The page of matches: each person by themselves, those without a match in one place, and what is said of a vacancy said once."""

import re
import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from levelling.atlas import Atlas
from levelling.jobs.caseload import gather
from levelling.jobs.explaining import Matches, matches
from levelling.jobs.matching import settings
from levelling.jobs.occupations import load
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Contract, Vacancy
from levelling.jobs.whose import Best
from levelling.plan import matched, save


@cache
def atlas() -> Atlas:
    return Atlas.open()


def told(best: Best) -> Matches:
    cook = load(atlas()).by_label("cook")
    people = [
        Person("ann", wants=(cook.key,), skills=cook.essential),
        Person("bob", wants=(cook.key,), skills=cook.essential),
        Person("cay", wants=(cook.key,), skills=cook.essential, hours=(4, 8)),
    ]
    vacancy = Vacancy("v1", "Cook", "Canteen", cook.key, cook.essential, remote=True, hours=(30, 30), contract=Contract.PERMANENT)
    return matches(gather(atlas(), people, [vacancy], settings(date(2026, 11, 28))), best)


def markdown(best: Best, folder: Path) -> str:
    return save(matched.page(atlas(), told(best)), folder / "matches.md", "md").read_text("utf-8")


def test_those_without_a_match_stand_in_one_place_with_what_to_do(tmp_path: Path) -> None:
    document = matched.page(atlas(), told(Best.VACANCIES))
    assert [item.short for item in document.sections] == ["ann", "bob", "Without a match"]
    text = markdown(Best.VACANCIES, tmp_path)
    assert (
        "For 1 person no vacancy keeps all their limits and fits well enough to be proposed: cay. For each, levelling jobs"
        in text
    )


def test_of_very_many_without_a_match_the_rest_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matched, "MOST", 2)
    (said,) = matched._without(["ann", "bob", "cay"], by_person=True).blocks
    assert "proposed: ann, bob and 1 more. For each" in str(said)


def test_each_match_says_what_the_advert_shows_and_leaves_out(tmp_path: Path) -> None:
    text = markdown(Best.VACANCIES, tmp_path)
    assert text.count("Fit 100 of 100. Quality 42 of 100, up to 100 with what the advert leaves out: pay, training and ") == 2
    assert text.count("For it: It is work as a cook") == 2


def test_what_is_said_of_a_vacancy_is_said_once_above_its_people(tmp_path: Path) -> None:
    text = markdown(Best.PEOPLE, tmp_path)
    assert "## Cook, Canteen, from home" in text
    assert text.count("Quality 42 of 100") == text.count("in your files: v1.") == 1
    assert re.findall(r"^### (.*)$", text, re.MULTILINE) == ["1. ann", "2. bob"]


def test_a_page_without_a_publishers_number_has_no_list_of_where_numbers_come_from(tmp_path: Path) -> None:
    text = save(matched.page(atlas(), told(Best.VACANCIES)), tmp_path / "matches.html").read_text("utf-8")
    assert "where it came from" not in text
    assert 'id="sources"' not in text


def test_nobody_is_printed_on_anothers_sheet(tmp_path: Path) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert browser
    path = save(matched.page(atlas(), told(Best.VACANCIES)), tmp_path / "matches.html")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        page = opened.new_page()
        page.goto(path.as_uri())
        page.pdf(path=tmp_path / "matches.pdf", prefer_css_page_size=True)
        opened.close()
    printed = subprocess.run(
        ["pdftotext", tmp_path / "matches.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout.split("\f")
    sheets = [{name for name in ("ann", "bob", "cay") if re.search(rf"\b{name}\b", sheet)} for sheet in printed if sheet.strip()]
    assert sheets == [{"ann"}, {"bob"}, {"cay"}]
