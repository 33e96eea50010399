from dataclasses import replace

from levelling.core.estimate import Moved, Status
from levelling.plan.document import Number, Paragraph, Worked, prose
from levelling.plan.provenance import References, releases_of, trace
from levelling.plan.shown import figure, gap, worked
from tests.unit.plan import made


def numbered(*shown: Number) -> References:
    return References(made.document(Paragraph(prose(*shown))))


def test_areas_and_years_of_one_series_share_a_reference_that_names_the_years() -> None:
    first, other = figure(made.estimate(year=2022)), figure(made.estimate(75.0, area=made.COUNTRY, year=2023))
    references = numbered(first, other)
    assert references.of(first) == references.of(other) == 1
    assert references.periods(1) == ("2022", "2023")
    assert references.first_period(1) == "2022"


def test_a_provenance_says_publisher_release_status_licence_and_how() -> None:
    found = trace(figure(made.estimate()))
    assert found.releases == (made.RELEASE,)
    assert (found.what, found.standing) == ("Made rate, people aged 16 to 64", "official statistics")
    assert found.made == "Shown as published for the area"


def test_a_number_moved_from_elsewhere_has_a_reference_of_its_own() -> None:
    moved = replace(made.estimate(), moved=Moved("averaged over people", 4, 0.97, "local authority"), status=Status.MODELLED)
    references = numbered(figure(made.estimate()), figure(moved))
    assert len(references.items) == 2
    assert references.items[1].made == (
        "Averaged over people. Numbers stand behind 97% of its people (4 local authorities). "
        "It is modelled, not counted or surveyed"
    )


def test_a_difference_rests_on_the_figures_it_is_made_from() -> None:
    difference = gap(made.comparison())
    assert difference is not None
    references = numbered(difference)
    top = references.items[references.of(difference) - 1]
    assert [references.index(part) for part in top.beneath] == [1]
    assert top.releases == (made.RELEASE,)


def test_publications_are_listed_once() -> None:
    about = Worked("Change", "The newest less the earlier.", inputs=(made.estimate(), made.estimate(year=2018)))
    document = made.document(Paragraph(prose(figure(made.estimate()), worked(1.0, about))))
    assert releases_of(document) == (made.RELEASE,) == tuple(References(document).releases)
