"""The Towns Fund of England: what each town deal and each future high street was awarded, with the council that leads it."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.towns_fund.tidy import FILES, RELEASE, tidy

SOURCE = Source(
    name="towns-fund",
    releases=(
        Release(
            id=RELEASE,
            publisher="Ministry of Housing, Communities and Local Government",
            title="Towns Fund: grant awarded to each project",
            released=None,
            address="https://github.com/communitiesuk/funding-service-design-post-award-data-store",
            licence="Open Government Licence v3.0",
            attribution="Contains public sector information licensed under the Open Government Licence v3.0.",
            note="From the department's own software that checks what councils report. Councils by name, given codes here.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Once: the awards were made between 2019 and 2021 and are spent by 2026",
    geography="Towns of England, by the council that leads each",
)
