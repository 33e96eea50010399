"""All tables of adverts as estimates, and one table of professions."""

import polars as pl

from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_online_job_adverts.authorities import read_authorities
from levelling.sources.ons_online_job_adverts.months import read_months, read_professions
from levelling.sources.ons_online_job_adverts.occupations import read_occupations
from levelling.sources.rows import as_estimates


def tidy(inputs: Inputs) -> Tidy:
    """Adverts by authority, by month, by profession and by occupation.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    fields, professions = read_professions(inputs)
    return Tidy(
        estimates=pl.concat(
            [
                as_estimates(read_authorities(inputs), "ons-adverts-adzuna-2022"),
                as_estimates(read_months(inputs), "ons-adverts-textkernel-2022"),
                as_estimates(fields, "ons-adverts-textkernel-2022"),
                as_estimates(read_occupations(inputs), "ons-adverts-textkernel-2025"),
            ]
        ),
        tables={"advert_professions": professions},
    )
