"""Groups of people held side by side: unemployment, pay, qualifications and inactivity, by age, sex, disability or ethnicity."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_people_groups.tidy import FILES, tidy

_LICENCE = "Open Government Licence v3.0"
_GOALS = "From the public repository of the UK's reporting on the Sustainable Development Goals, where no interval is given."
_NOMIS = "https://www.nomisweb.co.uk/datasets/apsnew"

SOURCE = Source(
    name="ons-people-groups",
    releases=(
        Release(
            id="ons-sdg-unemployment",
            publisher="Office for National Statistics",
            title="Sustainable Development Goal indicator 8.5.2: unemployment rate by sex, age, disability and region",
            released=None,
            address="https://sdgdata.gov.uk/8-5-2/",
            licence=_LICENCE,
            note=_GOALS,
        ),
        Release(
            id="ons-sdg-hourly-pay",
            publisher="Office for National Statistics",
            title="Sustainable Development Goal indicator 8.5.1: average hourly earnings by sex, age, disability and region",
            released=None,
            address="https://sdgdata.gov.uk/8-5-1/",
            licence=_LICENCE,
            note=_GOALS,
        ),
        Release(
            id="census-2021-ethnic-qualifications",
            publisher="Office for National Statistics",
            title="Census 2021: highest qualification by ethnic group, people aged 16 and over, local authorities",
            released=None,
            address="https://www.nomisweb.co.uk/sources/census_2021",
            licence=_LICENCE,
            note="As compiled by Open Innovations for Youth Futures.",
        ),
        Release(
            id="ons-aps-north",
            publisher="Office for National Statistics",
            title="Annual Population Survey, inactivity by age and reason, authorities of the North of England (Nomis)",
            released=None,
            address=_NOMIS,
            licence=_LICENCE,
            note="An extract of Nomis without the publisher's intervals, by Open Innovations for True North.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="As each file was last copied: none of them is brought up to date here",
    geography="The UK, nations and regions; local authorities of England and Wales, or of the North of England",
)
