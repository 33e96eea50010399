"""Online job adverts: by authority (2017 to 2022), by month and profession (to October 2022), by occupation (June 2025)."""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_online_job_adverts.areas import PLAN_AREA_NAMES
from levelling.sources.ons_online_job_adverts.authorities import UNITS
from levelling.sources.ons_online_job_adverts.months import MONTHS, PROFESSIONS
from levelling.sources.ons_online_job_adverts.occupations import LATEST
from levelling.sources.ons_online_job_adverts.tidy import tidy
from levelling.sources.places import AUTHORITY_NAMES, PARTNERSHIP_NAMES

_PUBLISHER = "Office for National Statistics"
_LICENCE = "Open Government Licence v3.0"
_DATASETS = "https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/employmentandemployeetypes/datasets"

SOURCE = Source(
    name="ons-online-job-adverts",
    releases=(
        Release(
            id="ons-adverts-adzuna-2022",
            publisher=_PUBLISHER,
            title="Labour demand indicators by local authority, UK, up to January 2022",
            released=date(2022, 5, 25),
            address="https://www.ons.gov.uk/peoplepopulationandcommunity/healthandsocialcare/conditionsanddiseases/articles/"
            "labourdemandindicatorsbylocalauthority/january2022",
            licence=_LICENCE,
            attribution="Adverts collected by Adzuna.",
            note="From the public history of the Department for Education's local skills dashboard.",
        ),
        Release(
            id="ons-adverts-textkernel-2022",
            publisher=_PUBLISHER,
            title="Labour demand volumes by profession and local authority, UK, to October 2022",
            released=None,
            address=f"{_DATASETS}/labourdemandvolumesbyprofessionandlocalauthorityuk",
            licence=_LICENCE,
            attribution="Adverts collected and sorted by Textkernel.",
            note="As reshaped for the Department for Education's local skills dashboard, from its public history.",
        ),
        Release(
            id="ons-adverts-textkernel-2025",
            publisher=_PUBLISHER,
            title="Labour demand volumes by Standard Occupation Classification (SOC 2020), UK: June 2025",
            released=date(2025, 8, 1),
            address=f"{_DATASETS}/labourdemandvolumesbystandardoccupationclassificationsoc2020uk",
            licence=_LICENCE,
            attribution="Adverts collected by Textkernel.",
            note="From the table behind the Department for Education's Local Skills Dashboard.",
        ),
    ),
    files=(UNITS, MONTHS, PROFESSIONS, LATEST, AUTHORITY_NAMES, PARTNERSHIP_NAMES, PLAN_AREA_NAMES),
    tidy=tidy,
    cadence="Every month at the publisher; this copy ends in October 2022, but for one month of 2025 by occupation",
    geography="Local authorities and regions of the UK; in England also areas of local skills improvement plans, local "
    "enterprise partnerships and combined authorities",
)
