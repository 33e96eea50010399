"""Jobs by industry where the work is, 2015 to 2019, Great Britain."""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_jobs_by_industry.tidy import FILES, ITL_NAMES, tidy
from levelling.sources.places import PARTNERSHIP_NAMES

SOURCE = Source(
    name="ons-jobs-by-industry",
    releases=(
        Release(
            id="ons-bres",
            publisher="Office for National Statistics",
            title="Business Register and Employment Survey: employment by industry section, 2015 to 2019 (Nomis)",
            released=None,
            address="https://www.nomisweb.co.uk/datasets/newbres6pub",
            licence="Open Government Licence v3.0",
            note="Tables of Nomis, taken from the public history of the Department for Education's local skills dashboard.",
        ),
    ),
    files=(*FILES.values(), ITL_NAMES, PARTNERSHIP_NAMES),
    tidy=tidy,
    cadence="Once a year at the publisher; this copy ends in 2019",
    geography="ITL3 areas of 2021 that are as they were in NUTS 2016, local enterprise partnerships of 2021, England",
)
