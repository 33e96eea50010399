"""Further education and skills: learners, achievements by subject, and where young people go after 16 and 18. England."""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.dfe_further_education.earlier import EARLIER
from levelling.sources.dfe_further_education.tidy import LATEST, tidy
from levelling.sources.places import AUTHORITY_NAMES

_LICENCE = "Open Government Licence v3.0"
_NOTE = "From the table behind the publisher's Local Skills Dashboard."

SOURCE = Source(
    name="dfe-further-education",
    releases=(
        Release(
            id="dfe-further-education",
            publisher="Department for Education",
            title="Further education and skills, 2023/24",
            released=date(2024, 11, 28),
            address="https://explore-education-statistics.service.gov.uk/find-statistics/further-education-and-skills",
            licence=_LICENCE,
            note=_NOTE,
        ),
        Release(
            id="dfe-further-education-2021",
            publisher="Department for Education",
            title="Further education and skills, 2016/17 to 2020/21",
            released=None,
            address="https://explore-education-statistics.service.gov.uk/find-statistics/further-education-and-skills",
            licence=_LICENCE,
            note="From the public history of the publisher's Local Skills Dashboard.",
        ),
        Release(
            id="dfe-destinations",
            publisher="Department for Education",
            title="Key stage 4 and 16 to 18 destination measures, 2022/23",
            released=date(2025, 2, 27),
            address="https://explore-education-statistics.service.gov.uk/find-statistics/key-stage-4-destination-measures",
            licence=_LICENCE,
            note=_NOTE,
        ),
    ),
    files=(LATEST, EARLIER, AUTHORITY_NAMES),
    tidy=tidy,
    cadence="Once a year",
    geography="Local authorities and combined authorities of England, and England",
)
