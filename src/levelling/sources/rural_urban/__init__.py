"""How rural a place is: people by the rural-urban class of their neighbourhood, and the class of the whole authority.

- UK: mySociety's joining of the nations' classes of 2011 (England and Wales), 2016 (Scotland) and 2015 (Northern Ireland).
- England and Wales: the classes of 2021. Scotland: the sixfold classes of 2016.

The table `rural_urban_classes` holds each authority's own class: `code, scheme, class_code, class_name, release`, where `scheme`
is `england-and-wales-2021` or `uk` (mySociety).
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.rural_urban.tidy import FILES, tidy

_OGL = "Open Government Licence v3.0"
_CROWN = "Contains National Statistics, NRS and NISRA data © Crown copyright and database right."
_VIA = "Through the geographr package of the British Red Cross (humaniverse)."

SOURCE = Source(
    name="rural-urban",
    releases=(
        Release(
            id="rural-urban-uk",
            publisher="mySociety",
            title="Composite UK rural-urban classification",
            released=None,
            address="https://github.com/mysociety/uk_ruc",
            licence=f"CC BY 4.0; its sources {_OGL}",
            attribution="Composite UK rural-urban classification by mySociety, from ONS, the Scottish Government and NISRA.",
            note="Not an official statistic. People of mid-2019 in each class are added up here.",
        ),
        Release(
            id="rural-urban-2021",
            publisher="Office for National Statistics",
            title="Rural-urban classification 2021, England and Wales",
            released=None,
            address="https://geoportal.statistics.gov.uk/",
            licence=_OGL,
            attribution=_CROWN,
            note=f"{_VIA} Residents of Census 2021 in each class are added up here.",
        ),
        Release(
            id="rural-urban-2016-scotland",
            publisher="Scottish Government",
            title="Urban Rural Classification 2016",
            released=None,
            address="https://www.gov.scot/publications/scottish-government-urban-rural-classification-2016/",
            licence=_OGL,
            attribution=_CROWN,
            note=f"{_VIA} People of mid-2019 in each class are added up here.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="After each census",
    geography="Neighbourhoods and local authorities of the UK",
)
