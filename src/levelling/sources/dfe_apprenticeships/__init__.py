"""Apprenticeships in England, where apprentices live and where they are taught, and by standard.

One table beside the estimates, `apprenticeship_standards`: one row for each standard or framework, level (`intermediate`,
`advanced`, `higher`), sector subject area and academic year: `name, level, kind, area, subject, period, starts, achievements`,
for England.
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.dfe_apprenticeships.standards import STANDARDS
from levelling.sources.dfe_apprenticeships.tidy import AUTHORITIES, UPPER_TIER, tidy
from levelling.sources.places import AUTHORITY_NAMES

_ADDRESS = "https://explore-education-statistics.service.gov.uk/find-statistics/apprenticeships"
_LICENCE = "Open Government Licence v3.0"

SOURCE = Source(
    name="dfe-apprenticeships",
    releases=(
        Release(
            id="dfe-apprenticeships",
            publisher="Department for Education",
            title="Apprenticeships: starts, enrolments and achievements by home and delivery authority, 2022/23 to April 2026",
            released=None,
            address=_ADDRESS,
            licence=_LICENCE,
            note="The table behind the publisher's dashboard of providers. Date of release not found.",
        ),
        Release(
            id="dfe-apprenticeships-history",
            publisher="Department for Education",
            title="Apprenticeships: starts by upper-tier authority, 2009/10 to 2022/23",
            released=None,
            address=_ADDRESS,
            licence=_LICENCE,
            note="Taken from a public copy (jhellingsdata/RADataHub). Its last year, 2023/24, is cut short and not used.",
        ),
    ),
    files=(AUTHORITIES, UPPER_TIER, STANDARDS, AUTHORITY_NAMES),
    tidy=tidy,
    cadence="Every quarter; a full year each November",
    geography="Local authorities of England; counties and unitary authorities before 2022/23",
)
