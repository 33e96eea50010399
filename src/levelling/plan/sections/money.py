"""Where the money went: every fund we know of in this place, per head, beside the average and areas of like need."""

from levelling.core.period import Period
from levelling.core.words import number
from levelling.plan.awarded import fund_worked, quoted
from levelling.plan.charts.kinds import Bar, Bars
from levelling.plan.document import Block, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import View
from levelling.solutions.funding import Fund, Here, MoneyHere, lay_all, money_here, usual_need
from levelling.solutions.funding.against import noted

ORDER = 330
_TITLE, _SHORT = "Where the money went", "Money"
_FEWEST = 2
"""A drawing needs this many funds with a known sum."""


def section(view: View, as_of: Period | None = None) -> Section | None:
    """What each fund gave, drawn and in a table; what is not known, and why. Standing is told at a date, or the register's."""
    if "funding" not in view.shared:
        view.shared["funding"] = lay_all(view.atlas)
    found = money_here(view.atlas, view.area, as_of, laid=view.shared["funding"], said=view.said)
    if not found.items:
        return None
    known = [item for item in found.items if item.given is not None and item.given.known and item.average is not None]
    unknown = [item for item in found.items if item not in known]
    blocks: list[Block] = [Paragraph(_lead(view, found), "lead")]
    if len(known) >= _FEWEST:
        blocks.append(_drawn(view, known))
    elif known:
        blocks.append(_table(view, known))
    if unknown:
        blocks.append(_unknown(view, unknown))
    blocks.append(Paragraph(_notes(found), "note"))
    if view.area.nation == "N":
        score = view.atlas.catalogue.get(usual_need(found.items[0].fund))
        blocks.append(Paragraph(prose(Label(f"{score.title}. {' '.join(score.caveats)}")), "note"))
    return Section("money", _TITLE, _SHORT, tuple(blocks))


def _lead(view: View, found: MoneyHere) -> Text:
    releases = tuple(
        dict.fromkeys(release for item in found.some for release in fund_worked(view.atlas, item.fund, "", "").releases)
    )
    how = "The awards of each fund that lie here, as the table of funds gives them with their sources."
    what = f"Money known to have gone to {view.name}"
    about = Worked(what, how, releases=releases) if releases else Worked.quoted(what, how)
    names = [view.said, *(item.fund.title for item in found.items)]
    return reckoned(" ".join(found.sentences), about, names)


def _drawn(view: View, known: list[Here]) -> Figure:
    rows = []
    for item in known:
        per_head = item.given.per_head if item.given else None
        modelled = bool(item.given and item.given.modelled)
        rows.append(Bar(item.fund.title, per_head or 0.0, "place", f"£{number(per_head or 0.0, 2)}", modelled))
        rows.append(Bar("everywhere it was for", item.average or 0.0, "area", f"£{number(item.average or 0.0, 2)}"))
    chart = Bars(
        id="money-per-head",
        title=f"Pounds per head, {view.name} and everywhere each fund was for",
        description=f"Two bars for each fund: {view.name}, then everywhere the fund was for. The table holds the figures.",
        rows=tuple(rows),
        unit="pounds per head, over all the fund's years",
        decimals=0,
    )
    above = sum((item.given.per_head or 0.0) > (item.average or 0.0) for item in known if item.given)
    count = Worked(f"Funds of which {view.name} had more per head than average", "Counted over the funds in the table.")
    sentence = prose(
        "Per head, ",
        Label(view.said),
        " had more than the average of everywhere a fund was for from ",
        worked(above, count, text="" if above else "none"),
        " of these ",
        worked(len(known), count),
        " funds. Each is for years of its own, so the bars are not to be added up.",
    )
    return Figure("f-money-per-head", "Per head, fund by fund", sentence, (chart,), (), _table(view, known))


def _table(view: View, known: list[Here]) -> Table:
    columns = ("Fund", "Years", "Now", "Here", "Per head", "Everywhere, per head", "Areas of like need, per head", "Note")
    caption = f"Funds whose money for {view.name} is known"
    return Table(caption, columns, tuple(_row(view, item) for item in known), folded=False)


def _row(view: View, item: Here) -> tuple[Text, ...]:
    given, row = item.given, item.row
    pounds = given.pounds if given else None
    return (
        prose(Label(item.fund.title)),
        prose(Label(item.fund.period.label)),
        prose(item.status.status.value),
        prose("not known") if pounds is None else (_amount(view, item, pounds),),
        prose("not known") if given is None or given.per_head is None else (_per_head(view, item.fund, given.per_head),),
        prose("not known") if item.average is None else (_per_head(view, item.fund, item.average),),
        prose("") if row is None or row.expected is None else (_per_head(view, item.fund, row.expected, alike=True),),
        prose(Label(noted(given) if given else item.why)),
    )


def _amount(view: View, item: Here, pounds: float) -> Number:
    shares = item.given.shares if item.given else ()
    if len(shares) == 1:
        share = shares[0]
        what = f"{item.fund.title}: {share.award.name}"
        about = quoted(view.atlas, what, share.award.cited, period=item.fund.period.label, modelled=share.modelled)
        return worked(pounds, about, "£")
    how = "The awards that lie here, added up; what was for something larger is shared out by people."
    return worked(pounds, fund_worked(view.atlas, item.fund, f"{item.fund.title} in {view.name}", how), "£")


def _per_head(view: View, fund: Fund, value: float, *, alike: bool = False) -> Number:
    need = usual_need(fund) if alike else ""
    slugs = ["implied-population", *([need] if need else [])]
    whom = "areas of like need" if alike else "people"
    how = f"Money over people: of all {whom}." if alike else "Money over the people who live there."
    about = fund_worked(view.atlas, fund, f"{fund.title}, per head{', areas of like need' if alike else ''}", how)
    releases = (*about.releases, *view.atlas.releases_of(slugs))
    return worked(value, Worked(about.what, about.how, about.period, releases=releases), "£", 2)


def _unknown(view: View, items: list[Here]) -> Table:
    rows = tuple(
        (
            prose(Label(item.fund.title)),
            prose(Label(item.fund.period.label)),
            prose(item.status.status.value),
            prose("none known") if item.given is None or not item.given.pounds else (_amount(view, item, item.given.pounds),),
            prose(Label(noted(item.given) if item.given else item.why)),
        )
        for item in items
    )
    columns = ("Fund", "Years", "Now", "Known so far", "Why the rest is not known")
    return Table(f"Funds whose money for {view.name} is not known, or not all of it", columns, rows, folded=True)


def _notes(found: MoneyHere) -> Text:
    return prose(
        "Whether a fund is open is told for ",
        Label(f"{found.as_of.label}. "),
        "Areas of like need are those in the same tenth by the index of deprivation. A fund may have been given by another rule, "
        "so more or less than they got is no verdict. Money given to a partnership, a county or several authorities is shared "
        "out by people, which is modelled. There are funds that are not in our list.",
    )
