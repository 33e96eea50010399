"""The Annual Population Survey: occupations, industries, qualifications and economic activity of people by where they live."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_annual_population_survey.latest import LATEST
from levelling.sources.ons_annual_population_survey.nomis import WORKBOOKS
from levelling.sources.ons_annual_population_survey.tidy import tidy
from levelling.sources.places import AUTHORITY_NAMES, PARTNERSHIP_NAMES

_ADDRESS = "https://www.nomisweb.co.uk/datasets/apsnew"
_LICENCE = "Open Government Licence v3.0"

SOURCE = Source(
    name="ons-annual-population-survey",
    releases=(
        Release(
            id="ons-aps-2023",
            publisher="Office for National Statistics",
            title="Annual Population Survey, tables T01, T09a, T13a and T19 (Nomis, January and April 2023)",
            released=None,
            address=_ADDRESS,
            licence=_LICENCE,
            note="Extracts of Nomis, taken from the public history of the Department for Education's local skills dashboard.",
        ),
        Release(
            id="ons-aps-2025",
            publisher="Office for National Statistics",
            title="Annual Population Survey, newest year of each indicator in the Local Skills Dashboard (April and July 2025)",
            released=None,
            address=_ADDRESS,
            licence=_LICENCE,
            note="Compiled by the Department for Education, which leaves out the publisher's intervals.",
        ),
        Release(
            id="ons-aps-qualifications-2023",
            publisher="Office for National Statistics",
            title="Annual Population Survey, table T19: qualifications by age and sex (Nomis, 24 April 2023)",
            released=None,
            address=_ADDRESS,
            licence=_LICENCE,
            note="An extract of Nomis, from the public history of the Department for Education's local skills dashboard.",
        ),
    ),
    files=(*WORKBOOKS.values(), LATEST, AUTHORITY_NAMES, PARTNERSHIP_NAMES),
    tidy=tidy,
    cadence="Every quarter at the publisher; intervals here up to 2021 and 2022",
    geography="Local authorities of Great Britain, local enterprise partnerships and combined authorities of England, England",
)
