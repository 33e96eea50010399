"""What a caseload is recommended, with what each vacancy is."""

from dataclasses import dataclass
from typing import Any

from levelling.jobs import matching
from levelling.jobs.caseload import Caseload
from levelling.jobs.matching.quality import Quality, quality
from levelling.jobs.sharing.matched import of_matches
from levelling.jobs.sharing.result import Shared
from levelling.jobs.sharing.settings import Settings
from levelling.jobs.sharing.share import share
from levelling.jobs.vacancy import Vacancy

_NO_QUALITY = dict.fromkeys(Quality(0, 0, {}, ()).record())


@dataclass(frozen=True, slots=True)
class Recommended:
    """Vacancies shared out among a caseload.

    Attributes:
        caseload: What was read, with what could not be used.
        shared: Who is recommended what, with what came of it.
        vacancies: Every vacancy, by key.
    """

    caseload: Caseload
    shared: Shared
    vacancies: dict[str, Vacancy]

    def records(self) -> list[dict[str, Any]]:
        """Everybody, with the vacancy they are recommended or why there is none."""
        lines = []
        for record in self.shared.records():
            vacancy = self.vacancies.get(record["vacancy"] or "")
            named = dict.fromkeys(("title", "employer", "place"), "")
            if vacancy:
                named = {"title": vacancy.title, "employer": vacancy.employer, "place": vacancy.where}
            good = quality(vacancy, self.caseload.by).record() if vacancy else _NO_QUALITY
            lines.append(
                {"person": record["person"], "vacancy": record["vacancy"], **named, "fit": record["fit"], **good, **record}
            )
        return lines


def recommend(read: Caseload, how: Settings | None = None) -> Recommended:
    """Share vacancies out among a caseload.

    Args:
        read: People and vacancies; as many candidates are found for each person as its settings say.
        how: How to share; as declared where not given.
    """
    found = matching.match(read.people.good, read.vacancies.good, read.catalogue, read.by)
    return Recommended(read, share(of_matches(found), how), found.vacancies)
