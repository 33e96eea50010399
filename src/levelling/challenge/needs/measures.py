"""Which needs are looked for, what shows each, and what its size is worked out from. Declared, not found: one entry a need."""

from levelling.challenge.automation.risks import EDITIONS
from levelling.challenge.needs.measure import Added, Base, Measure, Ratio
from levelling.core.indicator import Topic

ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND = "K04000001", "S92000003", "N92000002"


WORKING_AGE = Base("working-age-population", "people aged 16 to 64")
CHILDREN = Base("population-by-age", "children aged under 16", (("0-15", 1.0),))
_TEENS = (("15-19", 0.4),)
AGED_16_AND_17 = Base(
    "population-by-five-year-band", "people aged 16 and 17 (taken as two fifths of those aged 15 to 19)", _TEENS
)
_OVER_16 = (("16-24", 1.0), ("25-49", 1.0), ("50-64", 1.0), ("65-plus", 1.0))
OVER_16 = Base("population-by-age", "people aged 16 and over", _OVER_16, 100_000.0)
_BANDS = ("20-24", "25-29", "30-34", "35-39", "40-44", "45-49", "50-54", "55-59", "60-64", "65-69", "70-74", "75-79", "80-84")
_OVER_19 = (("15-19", 0.2), *((band, 1.0) for band in _BANDS), ("85-plus", 1.0))
RESIDENTS = Base("implied-population", "people who live here", loose="homes and workplaces are taken to stand where people live")


ADDED = (
    Added("disabled-people-share", "disabled-people", ENGLAND_AND_WALES),
    Added("limited-activities-share-scotland", "limited-activities-people-scotland", SCOTLAND),
    Added("unpaid-carers-share", "unpaid-carers", ENGLAND_AND_WALES),
    Added("unpaid-carers-share-northern-ireland", "unpaid-carers-northern-ireland", NORTHERN_IRELAND),
    Added("inactivity-by-age-north", "inactive-people-by-age-north", "", "the North of England"),
)


RATIOS = (
    Ratio(
        "few-jobs", "Few jobs for the people who live here", Topic.WORK, "filled-jobs", "filled jobs", 100, "jobs", "more jobs"
    ),
    Ratio(
        "few-businesses",
        "Few businesses for the people who live here",
        Topic.BUSINESS,
        "active-businesses",
        "active businesses",
        1000,
        "businesses",
        "more businesses",
    ),
)

MEASURES = (
    Measure(
        "employment",
        "People out of work",
        Topic.WORK,
        "people of working age who are not in work",
        "more people in work",
        (("employment-rate", ""), ("employment-rate-ni", "")),
        ages="16 to 64",
        base=WORKING_AGE,
    ),
    Measure(
        "inactivity",
        "People neither in work nor looking for it",
        Topic.WORK,
        "people of working age who neither work nor look for work",
        "fewer people neither in work nor looking for it",
        (("economic-inactivity-rate", ""), ("economic-inactivity-rate-ni", "")),
        ages="16 to 64",
        base=WORKING_AGE,
        is_group=True,
    ),
    Measure(
        "unemployment",
        "People claiming benefits because they are out of work",
        Topic.WORK,
        "people who claim benefits mainly because they are out of work",
        "fewer claimants",
        (("claimant-count", ""),),
        ages="16 to 64",
        base=WORKING_AGE,
        is_group=True,
    ),
    Measure(
        "long-term-sickness",
        "People out of work through long-term sickness",
        Topic.HEALTH,
        "people who are out of work, long-term sick or disabled",
        "fewer people out of work through long-term sickness",
        (("economic-activity-census", "long-term-sick"),),
        says="Of every 100 people aged 16 and over in {here}, {value} were out of work and long-term sick or disabled",
        ages="16 and over",
        counted="people-by-economic-activity-census",
        census=True,
        is_group=True,
    ),
    Measure(
        "disabled-people",
        "Disabled people",
        Topic.HEALTH,
        "disabled people of all ages",
        "fewer disabled people",
        (("disabled-people-share", ""), ("limited-activities-share-scotland", "")),
        ages="all ages",
        census=True,
        is_group=True,
        whole=True,
        caution="How many of them are in work is not among the figures held here.",
    ),
    Measure(
        "young-people",
        "Young people not in education, employment or training",
        Topic.LEARNING,
        "people aged 16 and 17 who neither learn nor work, or whose council does not know",
        "fewer young people neither learning nor working, or not known",
        (("neet-or-not-known-16-17", ""),),
        ages="16 and 17",
        base=AGED_16_AND_17,
        is_group=True,
    ),
    Measure(
        "no-qualifications",
        "People with no qualifications",
        Topic.SKILLS,
        "people of working age with no qualifications",
        "fewer people without any qualification",
        (("no-qualifications-great-britain", ""),),
        ages="16 to 64",
        base=WORKING_AGE,
        is_group=True,
    ),
    Measure(
        "level-3",
        "People not qualified to level 3",
        Topic.SKILLS,
        "people of working age qualified below level 3",
        "more people qualified to level 3 or above",
        (("level-3-or-above-qualifications", ""), ("level-3-or-above-qualifications-ni", "")),
        ages="16 to 64",
        base=WORKING_AGE,
    ),
    Measure(
        "adult-learning",
        "Adults who do not learn",
        Topic.SKILLS,
        "adults who take no publicly funded course",
        "more adults in learning",
        (("further-education-skills-participation", ""),),
        ages="19 and over",
        base=Base("population-by-five-year-band", "people aged 19 and over", _OVER_19, 100_000.0),
    ),
    Measure(
        "apprenticeships",
        "Few apprenticeships begun",
        Topic.LEARNING,
        "people who could begin an apprenticeship",
        "more apprenticeships begun in a year",
        (("apprenticeship-starts", ""),),
        ages="16 and over",
        unit="apprenticeships",
        base=OVER_16,
    ),
    Measure(
        "low-paid-jobs",
        "Jobs below the real Living Wage",
        Topic.PAY,
        "people in jobs here that pay less than the real Living Wage",
        "fewer jobs below the real Living Wage",
        (("jobs-below-living-wage", ""),),
        unit="jobs",
        counted="number-of-jobs-below-living-wage",
        is_group=True,
    ),
    Measure(
        "low-pay",
        "Low pay of the people who live here",
        Topic.PAY,
        "employees who live here",
        "more for the employee in the middle",
        (("gross-median-weekly-pay", ""),),
        unit="£ a week",
    ),
    Measure(
        "low-income",
        "Low household income",
        Topic.INCOME,
        "everyone who lives here",
        "more for all households together",
        (("gross-disposable-household-income-per-head", ""),),
        unit="£ a year",
        times="implied-population",
    ),
    Measure(
        "productivity",
        "Low output for each job",
        Topic.PRODUCTIVITY,
        "businesses and employers here",
        "more output from the jobs there are",
        (("gross-value-added-per-filled-job", ""),),
        unit="£ a year",
        times="filled-jobs",
    ),
    Measure(
        "child-poverty",
        "Children in low-income families",
        Topic.POVERTY,
        "children in families with a low income after housing costs",
        "fewer children in low-income families",
        (("children-in-relative-poverty-after-housing", ""),),
        ages="under 16",
        base=CHILDREN,
        is_group=True,
    ),
    Measure(
        "healthy-years",
        "Few years in good health",
        Topic.HEALTH,
        "everyone who lives here",
        "",
        (("healthy-life-expectancy-female", ""), ("healthy-life-expectancy-male", "")),
        why_unsized="A gap in years of life is not a number of people.",
    ),
    Measure(
        "unpaid-carers",
        "Unpaid carers",
        Topic.HEALTH,
        "people who look after someone without being paid",
        "fewer unpaid carers",
        (("unpaid-carers-share", ""), ("unpaid-carers-share-northern-ireland", "")),
        ages="5 and over",
        census=True,
        is_group=True,
        whole=True,
        caution="How many of them are in work is not among the figures held here.",
    ),
    Measure(
        "older-workers",
        "People aged 50 to 64 neither in work nor looking",
        Topic.WORK,
        "people aged 50 to 64 who neither work nor look for work",
        "fewer people aged 50 to 64 neither in work nor looking",
        (("inactivity-by-age-north", "50-64"),),
        says="Of every 100 people aged 50 to 64 in {here}, {value} neither worked nor looked for work",
        ages="50 to 64",
        is_group=True,
    ),
    Measure(
        "broadband",
        "Homes and workplaces without gigabit broadband",
        Topic.CONNECTIVITY,
        "people whose home cannot have gigabit broadband",
        "more people within reach of gigabit broadband",
        (("gigabit-capable-broadband", ""),),
        base=RESIDENTS,
    ),
    Measure(
        "travel",
        "Long journeys to work without a car",
        Topic.CONNECTIVITY,
        "people who reach work by bus, by train or on foot",
        "",
        (("average-travel-time-public-transport-or-walking", ""),),
        why_unsized="A gap in minutes is not a number of people.",
    ),
)
"""Every need but those that are ratios and the one of automation, in the order of a plan's topics."""

AUTOMATION = "automation"
NAMES = {
    **{item.id: item.name for item in MEASURES},
    **{item.id: item.name for item in RATIOS},
    AUTOMATION: "People in occupations at high risk of automation",
}
"""What each need is called, by its key."""
SLUGS = tuple(
    dict.fromkeys(
        [
            *(slug for item in MEASURES for slug, _ in item.shown),
            *(slug for item in MEASURES for slug in (item.counted, item.times, item.base.slug if item.base else "") if slug),
            *(slug for item in ADDED for slug in (item.share, item.count)),
            *(item.above for item in RATIOS),
            RESIDENTS.slug,
            *(edition.slug for edition in EDITIONS),
        ]
    )
)
"""Every indicator that needs rest on: for `Atlas.open(only=SLUGS)` where those of very many places are wanted."""
