"""`levelling jobs pathways` and `levelling jobs create` as a user runs them."""

import csv
import io
import json
from pathlib import Path

from tests.command import levelling, refused

RULES = Path(__file__).parents[2] / "src" / "levelling" / "facts" / "jobs" / "pathways.toml"


def test_from_an_occupation_in_a_place() -> None:
    done = levelling("jobs", "pathways", "hotel concierge", "--area", "Hartlepool", "--top", "5")
    assert done.returncode == 0, done.stderr
    assert "From hotel concierge, in Hartlepool" in done.stdout
    assert "hotel porter" in done.stdout
    assert "no forecast" in done.stdout


def test_the_same_as_data() -> None:
    records = json.loads(levelling("jobs", "pathways", "hotel concierge", "--top", "5", "--json").stdout)
    assert [record["rank"] for record in records] == [1, 2, 3, 4, 5]
    assert all(record["likeness"] >= 10 and record["risk_there"] != "High risk" for record in records)
    lines = list(csv.DictReader(io.StringIO(levelling("jobs", "pathways", "hotel concierge", "--top", "5", "--csv").stdout)))
    assert [line["occupation"] for line in lines] == [record["occupation"] for record in records]
    assert lines[0]["gains"].split("; ") == records[0]["gains"]


def test_a_places_jobs_at_risk_with_ways_on() -> None:
    records = json.loads(levelling("jobs", "pathways", "--area", "Hartlepool", "--top", "3", "--json").stdout)
    assert records[0]["occupation"] == "Sales and retail assistants"
    assert records[0]["people"] >= records[0]["people_at_high_risk"] > 0
    assert records[0]["ways"]


def test_ones_own_rules(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    text = RULES.read_text("utf-8")
    mine.write_text(text.replace("[viable]\nvalue = 10\n", "[viable]\nvalue = 50\n"), "utf-8")
    records = json.loads(levelling("jobs", "pathways", "hotel concierge", "--rules", str(mine), "--json").stdout)
    assert records
    assert all(record["likeness"] >= 50 for record in records)
    mine.write_text(text.replace("[viable]\nvalue = 10\n", "[viable]\nvalue = 500\n"), "utf-8")
    refused(levelling("jobs", "pathways", "hotel concierge", "--rules", str(mine)), "viable is out of 100")
    refused(levelling("jobs", "pathways", "hotel concierge", "--rules", str(tmp_path / "none.toml")), "cannot be read")


def test_what_cannot_be_answered_is_told_in_a_sentence() -> None:
    refused(levelling("jobs", "pathways", "hotel consierj"), "hotel concierge")
    refused(levelling("jobs", "pathways"), "Neither an occupation nor a place")
    refused(levelling("jobs", "pathways", "--area", "Belfast"), "No figures of people by occupation")


def test_creating_jobs_shows_every_finding_and_gives_no_middle_until_all_are_chosen() -> None:
    done = levelling("jobs", "create", "care-worker", "--area", "Hartlepool", "--area", "Cornwall")
    assert done.returncode == 0, done.stderr
    assert "Nobody chose one for deadweight, leakage, displacement, substitution and multiplier" in done.stdout
    assert "cannot be told apart from the first" in done.stdout
    assert "deadweight-employment-programmes: 0.4 (0.3 to 0.5), grade D" in done.stdout
    chosen = [
        "--deadweight",
        "0.2",
        "--leakage",
        "0.1",
        "--displacement",
        "0.25",
        "--substitution",
        "none",
        "--multiplier",
        "none",
    ]
    (record,) = json.loads(levelling("jobs", "create", "care-worker", "--area", "Hartlepool", *chosen, "--json").stdout)
    assert (record["net_low"], record["net"], record["net_high"]) == (54.0, 54.0, 54.0)


def test_a_caseload_bounds_what_is_filled(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    rows = [
        "id,occupation,place,travel km",
        "a,care home worker,Hartlepool,10",
        "b,bricklayer,Hartlepool,10",
        "c,social worker,Hartlepool,10",
    ]
    people.write_text("\n".join(rows) + "\n", "utf-8")
    (record,) = json.loads(
        levelling("jobs", "create", "care-worker", "--area", "Hartlepool", "--caseload", str(people), "--json").stdout
    )
    assert (record["able_low"], record["able_high"], record["perhaps_able"]) == (2, 2, 0)
    assert (record["filled_low"], record["filled_high"]) == (2, 2)


def test_a_pay_below_the_law_is_said_to_be_so() -> None:
    done = levelling("jobs", "create", "retrofit", "--area", "Hartlepool", "--pay", "9", "--as-of", "2025-06-01")
    assert "below the National Living Wage" in done.stdout
    assert "The law does not allow it" in done.stdout


def test_what_cannot_be_created_is_told_in_a_sentence() -> None:
    refused(levelling("jobs", "create", "care-worke", "--area", "Hartlepool"), "care-worker")
    refused(levelling("jobs", "create", "care-worker", "--area", "Hartlepool", "--leakage", "2"), "lies outside 0 to 1")
    refused(levelling("jobs", "create", "care-worker", "--area", "Hartlepool", "--protects", "sick-pays"), "sick-pay")
    refused(levelling("jobs", "create", "care-worker", "--area", "Hartlepool", "--sector", "moon"), "no sector")
