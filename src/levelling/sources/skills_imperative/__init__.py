"""Projections of jobs to 2035 by occupation and qualification: England in numbers, areas of skills plans in growth."""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.skills_imperative.tidy import LATEST, WORKBOOK, tidy

SOURCE = Source(
    name="skills-imperative",
    releases=(
        Release(
            id="skills-imperative-2035",
            publisher="Department for Education",
            title="Labour market and skills projections: 2020 to 2035 (first edition)",
            released=date(2023, 3, 21),
            address="https://www.gov.uk/government/publications/labour-market-and-skills-projections-2020-to-2035",
            licence="Open Government Licence v3.0",
            attribution="Warwick Institute for Employment Research and Cambridge Econometrics, 2023 (Skills Imperative 2035).",
            note="The workbook was made in February 2023. On 5 August 2024 the publisher replaced it with projections from "
            "corrected survey data, which are not here.",
        ),
    ),
    files=(WORKBOOK, LATEST),
    tidy=tidy,
    cadence="Once; replaced on 5 August 2024 by an edition that is not here",
    geography="England; areas of local skills improvement plans and combined authorities of England (growth only)",
)
