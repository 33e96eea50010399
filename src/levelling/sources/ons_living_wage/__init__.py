"""Jobs paid below the real Living Wage, where the work is, April 2022."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_living_wage.tidy import WORKBOOK, tidy

SOURCE = Source(
    name="ons-living-wage",
    releases=(
        Release(
            id="ons-living-wage",
            publisher="Office for National Statistics",
            title="Jobs below the real Living Wage by work geography, April 2022, provisional (ASHE table 7, LWF.1a)",
            released=None,
            address="https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/earningsandworkinghours/datasets/numberandproportionofemployeejobswithhourlypaybelowthelivingwage",
            licence="Open Government Licence v3.0",
            note="The workbook itself, from a public copy (open-innovations/jrf-insight). Date of release not found.",
        ),
    ),
    files=(WORKBOOK,),
    tidy=tidy,
    cadence="Once a year until 2022 here",
    geography="Local authorities, counties, regions and nations, by place of work",
)
