"""Labour productivity below the nation: output for each hour and each job, smoothed and not, in money and in volume."""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_productivity.tidy import FILES, tidy

SOURCE = Source(
    name="ons-productivity",
    releases=(
        Release(
            id="ons-subregional-productivity",
            publisher="Office for National Statistics",
            title="Regional and subregional labour productivity, UK: 2022",
            released=date(2024, 6, 17),
            address="https://www.ons.gov.uk/economy/economicoutputandproductivity/productivitymeasures/bulletins/regionalandsubregionallabourproductivityuk/2022",
            licence="Open Government Licence v3.0",
            note="The publisher's own workbooks, taken from a public copy (jhellingsdata/RADataHub).",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Once a year, in June",
    geography="ITL areas of 2021, local authorities of 2023, combined authorities, regions, nations and the UK",
)
