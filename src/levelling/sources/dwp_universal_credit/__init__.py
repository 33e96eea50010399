"""Households on Universal Credit, month by month, Great Britain."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.dwp_universal_credit.tidy import CLAIMS, HOUSEHOLDS, tidy
from levelling.sources.places import AUTHORITY_NAMES

SOURCE = Source(
    name="dwp-universal-credit",
    releases=(
        Release(
            id="dwp-universal-credit",
            publisher="Department for Work and Pensions",
            title="Households on Universal Credit (Stat-Xplore), August 2015 to December 2022, and November 2023",
            released=None,
            address="https://stat-xplore.dwp.gov.uk/",
            licence="Open Government Licence v3.0",
            note="Stat-Xplore export in a public copy (MatteoLarrode/ChildrenLowIncomeHouseholdsUK). Date of release not found.",
        ),
    ),
    files=(CLAIMS, HOUSEHOLDS, AUTHORITY_NAMES),
    tidy=tidy,
    cadence="Every quarter at the publisher; this copy ends in November 2023",
    geography="Local authorities of 2021 in Great Britain, and Great Britain",
)
