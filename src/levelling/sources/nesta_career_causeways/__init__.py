"""Occupations at high risk of automation: Nesta's Mapping Career Causeways, carried to the UK's own occupations by job titles.

The UK's own groups, their titles and the sample of two codings are the release of the source `ons_soc`.

Nesta scored the occupations of ESCO, which sit in the international classification (ISCO-08). UK surveys use the UK's own
(SOC). The two meet here in their job titles. The tables:

- `automation_groups`: one row for each SOC 2020 unit group: `code, title, sub_major, titles, matched, route, share, isco,
  families, sample`.
- `automation_shares`: one row for each sub-major group of SOC 2020 and SOC 2010: `classification, code, occupation, share, low,
  high, matched, unit_groups, families, moves`.
- `automation_families`: the families of skills that Nesta sorts occupations into: `code, name, occupations, high_risk`.
- `nesta_occupations`: one row for each occupation of ESCO 1.0.3: `key, isco, onet, risk, resists, risk_class, family`.
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.nesta_career_causeways.tidy import FILES, tidy

_MIT = "MIT licence; the occupations of ESCO under the European Commission's reuse decision 2011/833/EU"

SOURCE = Source(
    name="nesta-career-causeways",
    releases=(
        Release(
            id="nesta-career-causeways",
            publisher="Nesta",
            title="Mapping Career Causeways: supplementary online data",
            released=None,
            address="https://github.com/nestauk/mapping-career-causeways",
            licence=_MIT,
            attribution="This service uses the ESCO classification of the European Commission.",
            note="Not an official statistic. Risk is the suitability of an occupation's tasks for machine learning.",
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Published once, in 2020",
    geography="Occupations; regions of England, the other nations and the UK",
)
