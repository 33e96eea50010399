"""Occupations and skills as the European Commission's ESCO names them, version 1.2.0, English labels.

Labels, codes and links are carried over; descriptions and notes are not. The tables:

- `esco_occupations`: one row for each occupation, in the order of `isco, key`: `key, label, isco, code, regulated, titles,
  essential, optional`. `titles` are its other names, one a line; `essential` and `optional` are numbers of skills.
- `esco_skills`: one row for each skill that an occupation asks for, in the order of its number, the most asked for first:
  `number, address, label, kind, group, digital, green, language, transversal, uses`. `address` is the last part of ESCO's
  address, empty where this copy of the release gives none; `group` is a code of `esco_skill_groups`, empty where it cannot be
  joined; `uses` is the number of occupations that ask for it.
- `esco_skill_groups`: `code, title` of every group of skills and of fields of knowledge.
- `isco_groups`: `code, title` of every group of ISCO-08, one digit to four.
- `esco_counts`: `what, count`: what the release holds that the tables above leave out.
"""

from datetime import date

from levelling.core.indicator import Release
from levelling.sources.contract import Source
from levelling.sources.esco.tidy import FILES, tidy

SOURCE = Source(
    name="esco",
    releases=(
        Release(
            id="esco-1.2.0",
            publisher="European Commission",
            title="European Skills, Competences, Qualifications and Occupations (ESCO), version 1.2.0",
            released=date(2024, 5, 15),
            address="https://esco.ec.europa.eu/en/use-esco/download",
            licence="European Commission reuse decision 2011/833/EU",
            attribution="This service uses the ESCO classification of the European Commission.",
            note=(
                "Read from a copy that lists skills of occupations by label. Titles of ISCO-08 groups are those of the "
                "International Labour Organization, as ESCO gives them. Labels are trimmed; no label is changed otherwise."
            ),
        ),
    ),
    files=FILES,
    tidy=tidy,
    cadence="A version each year or two; 1.2.0 is of May 2024",
    geography="Occupations and skills of Europe; no areas",
)
