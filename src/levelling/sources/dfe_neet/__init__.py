"""Young people aged 16 and 17 not in education, employment or training, or not known to be, in England."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.dfe_neet.tidy import FILES, tidy

SOURCE = Source(
    name="dfe-neet",
    releases=(
        Release(
            id="dfe-neet-16-17",
            publisher="Department for Education",
            title="Participation in education, training and NEET age 16 to 17 by local authority (NCCIS scorecards)",
            released=None,
            address="https://explore-education-statistics.service.gov.uk/find-statistics/participation-in-education-training-and-neet-age-16-to-17-by-local-authority",
            licence="Open Government Licence v3.0",
            note="Scorecard files of 2021, 2022, 2023 and 2025 from the publisher's dashboard; that of 2024 was not found.",
        ),
    ),
    files=tuple(FILES.values()),
    tidy=tidy,
    cadence="Once a year, in summer",
    geography="Counties and unitary authorities of England, regions and England",
)
