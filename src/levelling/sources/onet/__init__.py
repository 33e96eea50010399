"""Occupations of the United States as O*NET 29.2 describes them: preparation, work activities, and which are like which.

Codes, titles and short names of activities are carried over; tasks and descriptions are not. The tables:

- `onet_occupations`: one row for each occupation, in the order of its code: `number, code, title, zone, activities, related`.
  `zone` is the job zone, 1 (little preparation) to 5 (long), null where none is given; `activities` are numbers of
  `onet_activities`; `related` are numbers of occupations, the most alike first.
- `onet_activities`: detailed work activities: `number, code, title`.
- `onet_moves`: `old, new`: where an occupation of the classification of 2010 stands in that of 2019.
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.onet.tidy import FILES, tidy

_PUBLISHER = "US Department of Labor, Employment and Training Administration"
_ATTRIBUTION = (
    "This service includes information from the O*NET 29.2 Database by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Tables were reshaped; "
    "USDOL/ETA has not approved, endorsed or tested these changes."
)

SOURCE = Source(
    name="onet",
    releases=(
        Release(
            id="onet-29.2",
            publisher=_PUBLISHER,
            title="O*NET 29.2 Database",
            released=None,
            address="https://www.onetcenter.org/database.html",
            licence="Creative Commons Attribution 4.0 International",
            attribution=_ATTRIBUTION,
            note="Of February 2025. It describes work in the United States: preparation and titles are not those of the UK.",
        ),
        Release(
            id="onet-soc-2010-to-2019",
            publisher=_PUBLISHER,
            title="O*NET-SOC 2010 occupations to O*NET-SOC 2019 occupations",
            released=None,
            address="https://www.onetcenter.org/taxonomy/2019/walk.html",
            licence="Creative Commons Attribution 4.0 International",
            attribution=_ATTRIBUTION,
            note="Read from a copy. Only codes that left the classification; where one became several, the first that is listed.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Several versions a year; 29.2 is of February 2025",
    geography="Occupations of the United States; no areas",
)
