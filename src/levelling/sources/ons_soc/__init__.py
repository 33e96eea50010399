"""The UK's own occupations: SOC 2020 at every level, how people come into each, and how ESCO and SOC 2010 lead to them.

The tables:

- `soc_groups`: one row for each group: `level` (`major`, `sub-major`, `minor`, `unit`), `code, title`.
- `soc_titles`: job titles of each unit group: `code, title`.
- `soc_entry`: facts on the way into each unit group, read by rule: `code, fact, said` (`usual` or `some`).
- `soc2010_shares`: people of a census sample coded to both: `soc2010, soc2020, people, share` of the SOC 2010 group.
- `esco_soc`: unit groups that each ESCO occupation may lie in: `esco` (the last part of its address), `soc, rank, share, route,
  clash` (whether the major groups of ISCO-08 and SOC 2020 are of different kinds of work and the unit group is not declared for
  that ISCO group). Ours, by titles and by a declared judgement on ISCO groups; not a publisher's.
"""

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.ons_soc.tidy import FILES, tidy

SOURCE = Source(
    name="ons-soc",
    releases=(
        Release(
            id="ons-soc-2020",
            publisher="Office for National Statistics",
            title="SOC 2020 volume 1: structure and descriptions of unit groups, and SOC 2010 to SOC 2020 relationship tables",
            released=None,
            address=(
                "https://www.ons.gov.uk/methodology/classificationsandstandards/standardoccupationalclassificationsoc/soc2020"
            ),
            licence="Open Government Licence v3.0",
            attribution="This service uses the ESCO classification of the European Commission.",
            note=(
                "Job titles of each unit group, and a sample of people whose jobs were coded to both classifications. "
                "The join of ESCO 1.2.0 to SOC 2020 by titles is ours."
            ),
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="Titles now and then; the classification every ten years",
    geography="United Kingdom, by occupation",
)
