"""The Levelling Up Fund: the bids that won in its first two rounds, and the authorities each is in."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.levelling_up_fund.tidy import FILES, RELEASE, tidy

SOURCE = Source(
    name="levelling-up-fund",
    releases=(
        Release(
            id=RELEASE,
            publisher="Department for Levelling Up, Housing and Communities",
            title="Levelling Up Fund: successful bids of rounds 1 and 2",
            released=None,
            address="https://github.com/open-innovations/true-north",
            licence="Open Government Licence v3.0",
            attribution="Bids given the codes of their authorities by Open Innovations.",
            note="Bids as published, in a copy by Open Innovations, which found by hand the authorities that each is in.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Once: rounds of 2021 and 2023",
    geography="Local authorities of the United Kingdom in 2023",
)
