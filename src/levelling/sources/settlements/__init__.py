"""Who lives in a city, and who lives near the coast. No publisher gives either by authority: both are worked out here.

- England and Wales: people whose neighbourhood touches a major town or city of ONS with more than 225,000 people.
- Wales, Scotland and Northern Ireland: people in small areas that Open Innovations counts as coastal. Its list gives no distance,
  and it reaches far up tidal rivers.
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.settlements.tidy import FILES, tidy

SOURCE = Source(
    name="settlements",
    releases=(
        Release(
            id="major-towns",
            publisher="Office for National Statistics",
            title="Major towns and cities of England and Wales, December 2015, with their neighbourhoods",
            released=None,
            address="https://geoportal.statistics.gov.uk/",
            licence="Open Government Licence v3.0",
            attribution="Contains National Statistics data © Crown copyright and database right.",
            note="Through the dmpkg.geouk package. Worked out with the people of mid-2019; not a figure ONS publishes.",
        ),
        Release(
            id="near-coast",
            publisher="Open Innovations",
            title="Is the UK coast poor? Small areas counted as coastal",
            released=None,
            address="https://github.com/odileeds/coastal-economies",
            licence="MIT",
            attribution="Coastal small areas by Tom Forth and Open Innovations (ODI Leeds).",
            note="Not an official statistic. How near the sea an area must be is not said in the list.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Once",
    geography="Local authorities: England and Wales for cities; Wales, Scotland and Northern Ireland for the coast",
)
