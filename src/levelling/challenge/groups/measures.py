"""What is looked at of each group of people: a measure, the group, and whom it is held against."""

from dataclasses import dataclass

CHARACTERISTICS = ("age", "sex", "disability", "health", "caring", "ethnicity", "qualification")
CENSUS = frozenset(
    {
        "economic-activity-census",
        "people-by-economic-activity-census",
        "no-qualifications-by-ethnicity",
        "level-4-by-ethnicity",
        "people-by-ethnicity",
        "disabled-people-share",
        "unpaid-carers-share",
        "unpaid-carers-share-northern-ireland",
    }
)
"""Indicators that count everyone, so that a gap in them is no matter of sampling."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of some groups.

    Attributes:
        characteristic: One of `CHARACTERISTICS`.
        title: What is measured, to follow a group's name: 'unemployed'.
        slug: The indicator.
        groups: Its categories; an empty one for the whole indicator.
        against: The category that the groups are held against, of the same area and period; `None` for a larger area.
        country: Codes of the areas to hold it against where `against` is `None`, the first that has a figure; none for no gap.
        counted: The indicator of the same categories that counts the people; empty where none does.
        whole: The indicator of the same categories that counts everyone the share is of; empty where none does.
        reference: The indicator of the group held against, where it is another.
        named: Names of groups, where the indicator's own will not do.
    """

    characteristic: str
    title: str
    slug: str
    groups: tuple[str, ...]
    against: str | None = None
    country: tuple[str, ...] = ()
    counted: str = ""
    whole: str = ""
    reference: str = ""
    named: tuple[tuple[str, str], ...] = ()


MEASURES = (
    Measure("age", "unemployed", "unemployment-rate-by-group", ("16-17", "18-24", "25-34", "50-64"), "35-49"),
    Measure(
        "age",
        "neither in work nor looking",
        "inactivity-by-age-north",
        ("16-24", "50-64"),
        "25-49",
        counted="inactive-people-by-age-north",
    ),
    Measure("age", "with no qualifications", "no-qualifications-by-age-and-sex", ("50-64", "40-49"), "30-39"),
    Measure("age", "qualified to level 4 or above", "level-4-by-age-and-sex", ("50-64",), "30-39"),
    Measure("age", "average hourly pay", "average-hourly-pay", ("18-21", "22-29", "50-59", "60-plus"), "30-39"),
    Measure(
        "age",
        "not in learning or work, or not known",
        "neet-or-not-known-16-17",
        ("",),
        None,
        ("E92000001",),
        named=(("", "Aged 16 and 17"),),
    ),
    Measure("sex", "unemployed", "unemployment-rate-by-sex", ("female",), "male"),
    Measure(
        "sex",
        "jobs below the real Living Wage",
        "jobs-below-living-wage",
        ("female",),
        "male",
        counted="number-of-jobs-below-living-wage",
    ),
    Measure("sex", "average hourly pay", "average-hourly-pay", ("female",), "male"),
    Measure("sex", "with no qualifications", "no-qualifications-by-age-and-sex", ("female",), "male"),
    Measure("sex", "qualified to level 4 or above", "level-4-or-above-qualifications", ("female",), "male"),
    Measure("sex", "qualified to level 4 or above, by the older levels", "level-4-by-age-and-sex", ("female",), "male"),
    Measure("disability", "unemployed", "unemployment-rate-by-group", ("disabled",), "not-disabled"),
    Measure("disability", "average hourly pay", "average-hourly-pay-by-disability", ("disabled",), "not-disabled"),
    Measure(
        "disability",
        "not in learning or work, or not known",
        "neet-or-not-known-16-17-ehc-plan",
        ("",),
        "",
        reference="neet-or-not-known-16-17",
        named=(("", "Aged 16 and 17 with an education, health and care plan"),),
    ),
    Measure(
        "disability",
        "not in learning or work, or not known",
        "neet-or-not-known-16-17-sen-support",
        ("",),
        "",
        reference="neet-or-not-known-16-17",
        named=(("", "Aged 16 and 17 with support for special needs"),),
    ),
    Measure(
        "disability",
        "of all people who live here",
        "disabled-people-share",
        ("",),
        counted="disabled-people",
        named=(("", "Disabled people"),),
    ),
    Measure(
        "disability",
        "of all people who live here",
        "limited-activities-share-scotland",
        ("",),
        counted="limited-activities-people-scotland",
        named=(("", "People whose daily activities are limited"),),
    ),
    Measure(
        "health",
        "out of work, of people aged 16 and over",
        "economic-activity-census",
        ("long-term-sick",),
        None,
        ("K04000001",),
        counted="people-by-economic-activity-census",
    ),
    Measure(
        "caring",
        "out of work, of people aged 16 and over",
        "economic-activity-census",
        ("home-or-family",),
        None,
        ("K04000001",),
        counted="people-by-economic-activity-census",
    ),
    Measure(
        "caring",
        "of people aged 5 and over",
        "unpaid-carers-share",
        ("",),
        counted="unpaid-carers",
        named=(("", "Unpaid carers"),),
    ),
    Measure(
        "caring",
        "of people aged 5 and over",
        "unpaid-carers-share-northern-ireland",
        ("",),
        counted="unpaid-carers-northern-ireland",
        named=(("", "Unpaid carers"),),
    ),
    Measure(
        "ethnicity",
        "with no qualifications",
        "no-qualifications-by-ethnicity",
        ("asian", "black", "mixed", "other"),
        "white",
        whole="people-by-ethnicity",
    ),
    Measure(
        "ethnicity",
        "qualified to level 4 or above",
        "level-4-by-ethnicity",
        ("asian", "black", "mixed", "other"),
        "white",
        whole="people-by-ethnicity",
    ),
    Measure(
        "qualification",
        "of people aged 16 to 64",
        "no-qualifications-great-britain",
        ("",),
        None,
        ("K03000001", "E92000001"),
        whole="working-age-population",
        named=(("", "People with no qualifications"),),
    ),
)

RISKS = (
    ("disability", "Disabled people", "facing redundancy", "redundancy-facing-disabled", ""),
    ("health", "People told to shield", "facing redundancy", "redundancy-facing-shielding", ""),
    ("caring", "Carers of children or vulnerable adults", "facing redundancy", "redundancy-facing-carers", ""),
    ("caring", "People with children", "facing redundancy", "redundancy-facing-parents", "redundancy-facing-not-parents"),
    ("disability", "Disabled people", "in work", "employment-rate-disabled", "employment-rate-not-disabled"),
    ("disability", "Disabled people in work", "part-time", "part-time-share-disabled", "part-time-share-not-disabled"),
    ("age", "Employees of 54 and over", "on furlough in summer 2020", "furloughed-over-54", ""),
    (
        "ethnicity",
        "Bangladeshi men",
        "work in sectors shut down, against white British men",
        "shut-down-work-bangladeshi-men",
        "",
    ),
    ("ethnicity", "Pakistani men", "work in sectors shut down, against white British men", "shut-down-work-pakistani-men", ""),
)
"""What the source says of groups in 2020: characteristic, group, measure, parameter, and the parameter it is held against."""

OUT_OF_WORK = ("long-term-sick", "home-or-family", "unemployed", "other")
"""Out of work, and neither a student nor retired: those an offer of good work would have to reach."""

REFERENCES = {
    "male": "men",
    "white": "white people",
    "not-disabled": "people who are not disabled",
    "35-49": "people aged 35 to 49",
    "25-49": "people aged 25 to 49",
    "30-39": "people aged 30 to 39",
    "": "all of that age",
}
