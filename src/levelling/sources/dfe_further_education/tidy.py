"""From the Local Skills Dashboard's table (one row an area, one column an indicator) to estimates.

Rates of taking part and achieving among all adults are in another publication, with more years; here are the kinds of learning
they are made of, which that one lacks.
"""

import polars as pl

from levelling.sources.contract import Tidy
from levelling.sources.dfe_further_education.earlier import read_earlier
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates

LATEST = "dfe-local-skills/C_Geog_skills_indicators_latest.parquet"
LEARNING_YEAR = "2023-08-01/P1Y"
DESTINATION_YEAR = "2022-08-01/P1Y"

LEARNING = {
    "": "",
    "ProvisionApprenticeships": "apprenticeships",
    "ProvisionCommunity Learning": "community-learning",
    "ProvisionEducation and training": "education-and-training",
    "LevelFurther education and skills: Essential Skills - English and maths": "essential-skills",
    "LevelFurther education and skills: Below Level 2 (excluding Essential Skills)": "below-level-2",
    "LevelFurther education and skills: Level 2": "level-2",
    "LevelFurther education and skills: Full Level 2": "full-level-2",
    "LevelFurther education and skills: Level 3": "level-3",
    "LevelFurther education and skills: Full Level 3": "full-level-3",
    "LevelFurther education and skills: Level 4+": "level-4-or-above",
}
SUBJECTS = {
    "Aims": "",
    "SSAAgriculture, Horticulture and Animal Care": "agriculture-and-animal-care",
    "SSAArts, Media and Publishing": "arts-and-media",
    "SSABusiness, Administration and Law": "business-and-law",
    "SSAConstruction, Planning and the Built Environment": "construction",
    "SSAEducation and Training": "teaching",
    "SSAEngineering and Manufacturing Technologies": "engineering-and-manufacturing",
    "SSAHealth, Public Services and Care": "health-and-care",
    "SSAHistory, Philosophy and Theology": "history-and-philosophy",
    "SSAInformation and Communication Technology": "information-technology",
    "SSALanguages, Literature and Culture": "languages",
    "SSALeisure, Travel and Tourism": "leisure-and-tourism",
    "SSAPreparation for Life and Work": "preparation-for-life-and-work",
    "SSARetail and Commercial Enterprise": "retail",
    "SSAScience and Mathematics": "science-and-maths",
    "SSASocial Sciences": "social-sciences",
}
DESTINATIONS = {
    "": "",
    "OutcomeEducation": "education",
    "OutcomeApprenticeships": "apprenticeship",
    "OutcomeEmployment": "employment",
}

_GROUPS = (
    ("further-education-learners", "participation", LEARNING, LEARNING_YEAR),
    ("further-education-achievers", "achievements", LEARNING, LEARNING_YEAR),
    ("further-education-achievements-by-subject", "achievements", SUBJECTS, LEARNING_YEAR),
)
_DESTINATIONS = (
    ("sustained-destination-after-16", "sustainedPositiveDestinationKS4Rate", DESTINATIONS, DESTINATION_YEAR),
    ("sustained-destination-after-18", "sustainedPositiveDestinationKS5Rate", DESTINATIONS, DESTINATION_YEAR),
)


def tidy(inputs: Inputs) -> Tidy:
    """Learners and achievements by kind, level and subject, learners of earlier years, and destinations of young people.

    Raises:
        SourceChanged: The file is missing or lacks a column.
    """
    columns = [stem + name for _, stem, names, _ in (*_GROUPS, *_DESTINATIONS) for name in names]
    table = inputs.parquet(LATEST, ["areaCode", *dict.fromkeys(columns)]).rename({"areaCode": "area_code"})
    # Areas of local skills improvement plans (E69) are no level of ours; London stands under such a code too.
    table = table.filter(pl.col("area_code").str.contains(r"^E(06|07|08|09|47|92)")).unique("area_code", maintain_order=True)
    learning = pl.concat([_long(table, *group) for group in _GROUPS])
    destinations = pl.concat([_long(table, *group) for group in _DESTINATIONS])
    shares = destinations.with_columns((100 * pl.col("value")).round(1).alias("value"))
    return Tidy(
        estimates=pl.concat(
            [
                as_estimates(learning, "dfe-further-education"),
                as_estimates(read_earlier(inputs), "dfe-further-education-2021"),
                as_estimates(shares, "dfe-destinations"),
            ]
        )
    )


def _long(table: pl.DataFrame, indicator: str, stem: str, names: dict[str, str], period: str) -> pl.DataFrame:
    categories = {stem + name: category for name, category in names.items()}
    long = table.unpivot(index="area_code", on=list(categories), variable_name="column", value_name="value")
    return long.select(
        pl.lit(indicator).alias("indicator"),
        "area_code",
        pl.lit(period).alias("period"),
        pl.col("column").replace_strict(categories, return_dtype=pl.String).alias("category"),
        pl.col("value").cast(pl.Float64),
    )
