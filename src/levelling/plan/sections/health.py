"""Health and work: healthy years against the state pension age, who is ill, and what research says follows, each way round."""

from statistics import median

from levelling.challenge.health import Link, Measured, PlaceHealth, health
from levelling.challenge.health.measures import CENSUS_STATUS, CONDITIONS, LONG_TERM_SICK, MEN, WOMEN
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData
from levelling.core.estimate import Estimate, Status
from levelling.core.indicator import Release
from levelling.core.period import Period
from levelling.core.words import opened
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Block, Bullets, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import figure, worked
from levelling.plan.view import View, spoken

ORDER = 140
_SHOWN = (
    f"{CENSUS_STATUS}:{LONG_TERM_SICK}",
    f"people-by-economic-activity-census:{LONG_TERM_SICK}",
    "disabled-people-share",
    "limited-activities-share-scotland",
    "households-with-disabled-member-northern-ireland",
    "health-index",
    "health-index-part:physical-health",
    "health-index-part:mental-health",
    "health-index-part:work",
    "red-cross-health-index-wales",
    "red-cross-health-index-scotland",
    "red-cross-health-index-northern-ireland",
)


_MOST_COMMON = 8
"""How many conditions a plan lists; the verb lists all."""


def section(view: View, change: float = 1.0) -> Section | None:
    """Healthy years as a picture, the rest as a table, and the links with their grade; `None` where nothing is held."""
    try:
        found = health(view.atlas, view.area, change, moved=False)
    except NotEnoughData:
        return None
    blocks: list[Block] = [Paragraph(_lead(view, found), "lead")]
    drawn = _years(view, found)
    if drawn is not None:
        blocks.append(drawn)
    if rows := _measures(found):
        blocks.append(Table("Illness, disability and work", ("Measure", "Here", "When"), rows, folded=True))
    if found.conditions:
        blocks.append(_conditions(view, found))
    if found.links:
        blocks += [Paragraph(_as_if(view)), Bullets(tuple(_link(item) for item in found.links))]
    blocks += [Paragraph(prose(Label(reason)), "note") for reason in found.missing]
    return Section("health", "Health and work", "Health and work", tuple(blocks))


def _lead(view: View, found: PlaceHealth) -> Text:
    women, men = found.measure(WOMEN), found.measure(MEN)
    if women is None or men is None:
        return prose(
            "Good work helps people stay well, and good health helps them work. Healthy life expectancy is not published for ",
            Label(view.said),
            ".",
        )
    return prose(
        "With the health and death rates of ",
        Label(women.period.label),
        " all through life, a woman in ",
        Label(view.said),
        " would have ",
        figure(women),
        " in good health, and a man ",
        figure(men),
        ". The state pension begins at ",
        _pension(found),
        " for those now in mid-life. ",
        _against(found, women, men),
    )


def _pension(found: PlaceHealth) -> Number:
    item = found.pension
    act = Release("pensions-act-2014", "The National Archives", item.source, None, item.address, "Open Government Licence v3.0")
    return worked(item.value, Worked(item.title, f"For {item.applies_to}.", releases=(act,)), decimals=0)


def _against(found: PlaceHealth, *both: Estimate) -> str:
    sides = set()
    for item in both:
        if item.lower is None or item.upper is None or item.lower <= found.pension.value <= item.upper:
            sides.add("unknown")
        else:
            sides.add("before" if item.upper < found.pension.value else "after")
    if sides == {"before"}:
        return "For both, good health would end before that."
    if sides == {"after"}:
        return "For both, good health would last beyond that."
    return "For one or both, we cannot tell whether good health would last that long."


def _years(view: View, found: PlaceHealth) -> Figure | None:
    if found.measure(WOMEN) is None or found.measure(MEN) is None:
        return None
    rows, cells = [], []
    for slug, whom in ((WOMEN, "women"), (MEN, "men")):
        own = found.measure(slug)
        if own is None:
            continue
        for item, role in ((own, "place"), *_held(view, slug, own)):
            rows.append(Range(f"{spoken(item.area.name)}, {whom}", item.value, item.lower, item.upper, role, figure(item).text))
            cells.append((prose(Label(f"{spoken(item.area.name)}, {whom}")), (figure(item),)))
    title = "Years in good health"
    chart = Ranges(
        id="health-years",
        title=title,
        description="A line for each area and sex, with the state pension age marked. The table holds the figures.",
        rows=tuple(rows),
        unit="years in good health, from birth",
        decimals=0,
        level=found.pension.value,
    )
    note = prose(
        "The upright line marks the state pension age of ",
        _pension(found),
        ". Healthy life expectancy is what the rates of those years would make of a whole life. It is not a forecast for anyone "
        "alive now, so it is held against the pension age as a yardstick, not as a sum of anyone's years.",
    )
    women, men = found.measure(WOMEN), found.measure(MEN)
    if women is None or men is None:
        return None
    sentence = prose(
        Label(opened(view.said)), ": women ", figure(women, interval=False), ", men ", figure(men, interval=False), "."
    )
    table = Table(title, ("Area", "Years, with 95% interval"), tuple(cells), folded=True)
    return Figure("f-health-years", title, sentence, (chart,), (note,), table)


def _held(view: View, slug: str, own: Estimate) -> list[tuple[Estimate, str]]:
    found = []
    for role, area in _yardsticks(view):
        if area.code != view.area.code:
            estimate = view.atlas.estimate(slug, area, own.period)
            if estimate.value is not None:
                found.append((estimate, role))
    return found


def _yardsticks(view: View) -> list[tuple[str, Area]]:
    codes = [
        ("region", view.area.parents.get(Level.REGION)),
        ("nation", view.area.parents.get(Level.NATION)),
        ("uk", "K02000001"),
    ]
    return [(role, view.atlas.gazetteer.get(code)) for role, code in codes if code is not None]


def _measures(found: PlaceHealth) -> tuple[tuple[Text, ...], ...]:
    held = {item.measure: item for item in found.measures}
    return tuple(
        (prose(Label(_title(held[name]))), (figure(held[name].estimate),), prose(Label(held[name].estimate.period.label)))
        for name in _SHOWN
        if name in held
    )


def _title(item: Measured) -> str:
    estimate = item.estimate
    made = estimate.moved is not None or estimate.status == Status.MODELLED
    return f"{estimate.indicator.named(estimate.category)}{' (modelled)' if made else ''}"


def _conditions(view: View, found: PlaceHealth) -> Table:
    most = found.conditions[:_MOST_COMMON]
    period = most[0].estimate.period
    keys = [(CONDITIONS, item.estimate.category, period.iso) for item in most]
    view.atlas.store.load_columns(keys)
    rows = tuple(
        (prose(Label(_condition(item))), (figure(item.estimate),), _median(view, key))
        for item, key in zip(most, keys, strict=True)
    )
    return Table(
        f"The most common long-term conditions, {period.label}, modelled from doctors' registers",
        ("Condition", "Here", "Authority in the middle, England"),
        rows,
        folded=True,
    )


def _condition(item: Measured) -> str:
    return item.estimate.indicator.categories.get(item.estimate.category, item.estimate.category)


def _median(view: View, key: tuple[str, str, str]) -> Text:
    """What the authority in the middle of England's has."""
    if key not in view.shared:
        column = view.atlas.store.column(*key)
        codes = {area.code for area in view.authorities}
        view.shared[key] = median(item.value for code, item in column.items() if code in codes and item.value is not None)
    value: float = view.shared[key]
    indicator = view.atlas.catalogue.get(CONDITIONS)
    about = Worked(
        "How common a condition is in the authority in the middle of England's",
        "The median of the local authorities of England.",
        Period.parse(key[2]).label,
        releases=(view.atlas.release(indicator.release),),
    )
    return (worked(value, about, "%", indicator.decimals),)


def _as_if(view: View) -> Text:
    return prose(
        "What research would have follow, as if what was found elsewhere held in ",
        Label(view.said),
        ". These are modelled, not measured here. The evidence is graded from A, the strongest, to E, a number quoted at second "
        "hand.",
    )


def _link(item: Link) -> Text:
    title = f"{item.title}: "
    about = Worked(
        item.title,
        f"{item.how} {'; '.join(part.source for part in item.parameters)}.",
        item.period,
        inputs=item.behind,
    )
    decimals = item.decimals
    if item.lower is None or item.upper is None:
        amount: tuple[Number | str, ...] = (worked(round(abs(item.value), -1), about, item.unit, decimals),)
    else:
        near, far = sorted((abs(item.lower), abs(item.upper)))
        fewer = f" {'fewer' if item.value < 0 else 'more'}" if item.unit == "people" else ""
        unit = "" if fewer else item.unit
        rounded = [round(end, -1) if fewer and far >= 100 else end for end in (near, far)]
        amount = (worked(rounded[0], about, unit, decimals), " to ", worked(rounded[1], about, unit, decimals), fewer)
    return prose(Label(title), *amount, ". Modelled; the evidence is graded ", " and ".join(item.grades), ".")
