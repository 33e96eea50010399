"""UK Business Counts: how many enterprises have their main address in a place, by how many people each employs."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_business_counts.tidy import RELEASE, WORKBOOK, tidy
from levelling.sources.places import AUTHORITY_NAMES, PARTNERSHIP_NAMES

SOURCE = Source(
    name="ons-business-counts",
    releases=(
        Release(
            id=RELEASE,
            publisher="Office for National Statistics",
            title="UK Business Counts: enterprises by industry and employment size band, 2018 to 2022 (Nomis, 24 April 2023)",
            released=None,
            address="https://www.nomisweb.co.uk/datasets/idbrent",
            licence="Open Government Licence v3.0",
            note="An extract of Nomis, from the public history of the Department for Education's local skills dashboard.",
        ),
    ),
    files=(WORKBOOK, AUTHORITY_NAMES, PARTNERSHIP_NAMES),
    tidy=tidy,
    cadence="Once a year at the publisher; this copy ends in 2022",
    geography="Local authorities of Great Britain, local enterprise partnerships and combined authorities of England, England",
)
