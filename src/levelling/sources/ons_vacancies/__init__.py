"""Vacancies by industry, as employers answer the Vacancy Survey. United Kingdom, 2001 to January 2026."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_vacancies.tidy import WORKBOOK, tidy

SOURCE = Source(
    name="ons-vacancies",
    releases=(
        Release(
            id="ons-vacs02-2026",
            publisher="Office for National Statistics",
            title="VACS02: Vacancies by industry, February 2026",
            released=None,
            address="https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/datasets/"
            "vacanciesbyindustryvacs02",
            licence="Open Government Licence v3.0",
            note="A copy from a public repository of charts, whose sheet of numbers lacks the column for all industries.",
        ),
    ),
    files=(WORKBOOK,),
    tidy=tidy,
    cadence="Every month",
    geography="United Kingdom",
)
