"""What cannot be told of a place's demand, and why: said beside what can."""

from collections.abc import Iterator

from levelling.core import words
from levelling.core.area import Level
from levelling.jobs.demand.result import Demand, Open


def open_questions(found: Demand, *, people_given: bool) -> tuple[Open, ...]:
    """Every question that the figures leave open for this place.

    Args:
        found: What was found.
        people_given: Whether a user gave people of their own.
    """
    return (*_of_adverts(found), *_of_comparison(found), *_of_what_is_given(found, people_given))


def _of_adverts(found: Demand) -> Iterator[Open]:
    place = words.place(found.area)
    if found.adverts is None:
        yield Open(
            f"What do employers of {place} advertise, by occupation?",
            "Such adverts are published for England only, by authority, plan area and combined authority; none of these is or "
            f"takes in {place}."
            if found.area.nation == "E"
            else "Such adverts are held for England only.",
        )
    elif not found.adverts.standing.same:
        yield Open(
            f"Which of the adverts in {words.place(found.adverts.standing.area)} are for work in {place}?",
            "They are published for the whole of it only, and work does not lie where people live, so they are not shared out.",
        )
    if found.trend is not None:
        yield Open(
            "How have adverts moved since October 2022?",
            "The table by month was last published for that month. June 2025 is from another table, whose adverts may be "
            "gathered and counted otherwise, and is not held against it.",
        )
    else:
        yield Open(
            f"How have adverts in {place} moved from month to month?",
            "Such a table is held for plan areas, partnerships and combined authorities of England only, to October 2022.",
        )
    if found.area.level is Level.LAD and found.area.code.startswith("E09"):
        yield Open(
            f"What share of London's adverts is in {place}?",
            "Six to eight of every ten adverts in London name no borough.",
        )
    yield Open(
        "How many posts are there that no advert shows?",
        "Only adverts on the web are counted. What share of posts is filled without one is not published for places.",
    )


def _of_comparison(found: Demand) -> Iterator[Open]:
    if found.fields is not None:
        yield Open(
            "Do people here do the work that the fields of October 2022 ask for?",
            "Those fields are sorted by the professions of the firm that gathers adverts. They are no groups of the Standard "
            "Occupational Classification, and no table leads from one to the other, so they are not held against people.",
        )
    if found.gaps is not None:
        yield Open(
            "Is a group that is asked for more than people do it short of people?",
            "A larger share of adverts may come from people leaving often. How long posts stay open, and who applies, is not "
            "published for places.",
        )
        yield Open(
            "Is the difference between adverts and people more than chance?",
            "The newest figures of people by occupation come without margins.",
        )
    yield Open(
        "What qualifications do employers here ask for?",
        "No table of adverts tells it. The projections tell what people in work will hold, which is not the same.",
    )
    if found.occupations:
        yield Open(
            f"How many jobs will there be in {words.place(found.area)} in 2035?",
            "Numbers are held for England only, from the first edition of the projections, which its publisher has since "
            "replaced. Growth by area, of the same edition, is among the indicators and mistook some areas.",
        )


def _of_what_is_given(found: Demand, people_given: bool) -> Iterator[Open]:
    if found.given is None:
        yield Open(
            "Which vacancies of its anchors can people enter without a degree?",
            "Figures hold no single vacancies. Give a file of them to see its entry doors.",
        )
    elif not people_given:
        yield Open("Who could fill the vacancies given?", "No people were given.")
