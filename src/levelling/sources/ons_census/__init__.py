"""Census 2021, England and Wales: whether people work, look for work, or why they do neither."""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_census.tidy import ACTIVITY, tidy

SOURCE = Source(
    name="ons-census",
    releases=(
        Release(
            id="ons-census-economic-activity",
            publisher="Office for National Statistics",
            title="Census 2021: economic activity status (TS066)",
            released=date(2022, 12, 8),
            address="https://www.ons.gov.uk/datasets/TS066/editions/2021/versions/3",
            licence="Open Government Licence v3.0",
            note="A table of Nomis, unchanged, taken from a public copy (DanOlner/ukcompare).",
        ),
    ),
    files=(ACTIVITY,),
    tidy=tidy,
    cadence="Every ten years",
    geography="Counties and unitary authorities of England and Wales, April 2023",
)
