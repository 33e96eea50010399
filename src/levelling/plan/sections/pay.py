"""Pay and work status: jobs below the real Living Wage, people of working age by status, pay against the rates."""

from levelling.atlas.wage_floors import Floor
from levelling.challenge.pay import Pay, Status, Year, pay
from levelling.challenge.pay.status import Part
from levelling.challenge.phrases import place, when
from levelling.core.indicator import Release
from levelling.core.period import Period
from levelling.core.words import number
from levelling.plan.charts.kinds import Bar, Stack
from levelling.plan.document import Block, Figure, Label, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import figure, worked
from levelling.plan.told import told
from levelling.plan.view import View

ORDER = 120
_TITLE, _SHORT = "Pay and work status", "Pay and status"


def section(view: View, period: Period | None = None) -> Section | None:
    """Low-paid jobs in a sentence, the working-age population of a period as one bar, and the rates against local pay."""
    found = pay(view.atlas, view.area, period)
    blocks: list[Block] = [Paragraph(_lead(found), "lead")]
    if found.status.parts:
        blocks.append(_stack(view, found))
    else:
        blocks.append(Paragraph(prose(Label(found.status.reason))))
    if others := _others(found):
        blocks.append(Paragraph(others))
    if found.below:
        blocks.append(_low_paid(found))
    if found.years:
        blocks.append(_through(found))
    blocks.append(Paragraph(_notes(found), "note"))
    return Section("pay", _TITLE, _SHORT, tuple(blocks))


def _lead(found: Pay) -> Text:
    origins = [*found.below, *found.counts, *([found.below_uk] if found.below_uk else [])]
    return (*told(found.low_paid, origins), *_worth(found))


def _worth(found: Pay) -> Text:
    """What the median week is worth, with its numbers: the sentence of `Pay.worth`."""
    if not found.worth:
        return ()
    last = found.years[-1]
    if last.living is None or last.legal is None or last.hours_at_living is None or last.hours_at_legal is None:
        return ()
    return prose(
        " The median employee who lives here was paid ",
        figure(last.pay, unit=False),
        " a week ",
        Label(when(last.period)),
        ": the pay of ",
        _hours(last, last.hours_at_living, "real Living Wage"),
        " at the real Living Wage of ",
        _rate(last.living),
        ", or of ",
        _hours(last, last.hours_at_legal, "full legal rate"),
        " at the legal floor of ",
        _rate(last.legal),
        ".",
    )


def _hours(year: Year, hours: float, rate: str) -> Number:
    about = Worked(
        f"Hours at the {rate} that the median week's pay is worth",
        f"The median week's pay over the {rate}.",
        year.period.label,
        (year.pay,),
    )
    return worked(hours, about, "hours")


def _rate(floor: Floor) -> Number:
    how = f"Read in: {floor.source.title}. {floor.note}".strip()
    about = Worked(f"{floor.name}, {floor.who}", how, str(floor.start.year), releases=(_release(floor),))
    return worked(floor.pounds, about, text=f"£{number(floor.pounds, 2)}")


def _release(floor: Floor) -> Release:
    """Where a rate was read, as the list of publications shows it."""
    publisher, _, title = floor.source.title.partition(", ")
    return Release(
        id=f"wage-floors-{floor.source.title}",
        publisher=publisher,
        title=title or publisher,
        released=None,
        address=floor.source.address,
        licence="Rates quoted as facts, with their source",
    )


def _stack(view: View, found: Pay) -> Figure:
    rows = [found.status, *([found.country] if found.country and found.country.parts else [])]
    chart = Stack(
        id="pay-status",
        title="People of working age by status and pay",
        description=f"One bar for each area, from those in work to those who neither work nor look for work: {view.name} first.",
        rows=tuple((_named(view, row), tuple(bar(part) for part in row.parts)) for row in rows),
        unit="% of people aged 16 to 64",
    )
    return Figure(
        id="f-pay-status",
        title="People of working age by status and pay",
        sentence=_sentence(view, found.status),
        charts=(chart,),
        table=_table(view, rows),
        notes=_reading(found),
    )


def _named(view: View, row: Status) -> str:
    return view.name if row.area.code == view.area.code else row.area.name


def bar(part: Part) -> Bar:
    """A part as it is drawn: hatched where it is modelled."""
    people = "" if part.people is None else f", {number(round(part.people, -2), 0)} people"
    return Bar(part.name, part.share, "area", f"{number(part.share, 1)}%{people}", part.modelled)


def _sentence(view: View, row: Status) -> Text:
    out = row.share("student", "home-or-family", "long-term-sick", "other-inactive", "inactive")
    sick = next((part for part in row.parts if part.key == "long-term-sick"), None)
    below = next((part for part in row.parts if part.key == "employees-below"), None)
    texts: list[Text] = []
    if below is not None:
        texts.append(prose("about ", share_of(below), " are employees paid less than the real Living Wage, as modelled"))
    whom = tuple(item for part in row.parts for item in part.inputs)
    about = Worked("People who neither work nor look for work", "The inactivity rate.", row.rates[1].period.label, whom[:1])
    texts.append(prose(worked(out, about, "%", 1), " neither work nor look for work"))
    if sick is not None:
        texts.append(prose(share_of(sick), " are out of work through long-term sickness or disability"))
    joined: list[object] = []
    for at, text in enumerate(texts):
        joined += ["" if not at else ", and " if at == len(texts) - 1 else ", ", *text]
    return prose("Of people of working age in ", Label(f"{view.said} {when(row.rates[1].period)}"), ", ", *joined, ".")  # type: ignore[arg-type]


def share_of(part: Part) -> Number:
    """A part as a share of people of working age, with how it was worked out."""
    about = Worked(part.name, part.how, part.inputs[0].period.label, part.inputs)
    return worked(part.share, about, "%", 1)


def _table(view: View, rows: list[Status]) -> Table:
    keys = list(dict.fromkeys(part.key for row in rows for part in row.parts))
    body = []
    for key in keys:
        held = [next((part for part in row.parts if part.key == key), None) for row in rows]
        first = next(part for part in held if part is not None)
        cells: list[Text] = [prose(first.name)]
        for at, part in enumerate(held):
            cells.append(() if part is None else (share_of(part),))
            if at == 0:
                cells.append(() if part is None or part.people is None else (_people(part),))
        cells.append(prose("yes" if any(part is not None and part.modelled for part in held) else "no"))
        body.append(tuple(cells))
    columns = ("Status", view.name, "People", *(row.area.name for row in rows[1:]), "Modelled")
    return Table("People of working age by status and pay level", columns, tuple(body), folded=True)


def _people(part: Part) -> Number:
    how = f"{part.how} Times the people aged 16 to 64."
    about = Worked(f"{part.name}, people", how, part.inputs[0].period.label, part.inputs)
    return worked(round(part.people or 0.0, -2), about)


def _reading(found: Pay) -> tuple[Text, ...]:
    notes = [
        prose(
            "Everyone of working age is in one part. Hatched parts are modelled: they rest on a share of another year, source "
            "or area. The table names each, and each number says how it was made. Low pay is a share of jobs here, laid over the "
            "employees who live here: who works elsewhere is paid elsewhere."
        )
    ]
    if found.status.reason:
        notes.append(prose(Label(found.status.reason)))
    if found.status.population is None:
        notes.append(prose("The number of people of working age is not in the figures for it, so only shares are shown."))
    return tuple(notes)


def _others(found: Pay) -> Text:
    credited = told(found.credited, found.credit)
    wanted = told(found.wanted, [found.wants] if found.wants else [])
    return (*credited, *((" ",) if credited and wanted else ()), *wanted)


def _low_paid(found: Pay) -> Table:
    counts = {item.category: item for item in found.counts}
    rows: list[tuple[Text, ...]] = []
    for item in found.below:
        count = counts.get(item.category) if item.area.code == found.area.code else None
        label = item.indicator.categories.get(item.category, "All employee jobs")
        rows.append((prose(label), (figure(item),), (figure(count, unit=False),) if count else (), (Label(place(item.area)),)))
    period = found.below[0].period.label
    columns = ("Jobs", "Below the real Living Wage", "Jobs, here", "Figure of")
    return Table(f"Employee jobs below the real Living Wage, by sex and hours, {period}", columns, tuple(rows), folded=True)


def _through(found: Pay) -> Table:
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            (Label(year.period.label),),
            (figure(year.pay, unit=False),),
            (_rate(year.legal),) if year.legal else (),
            (_rate(year.living),) if year.living else (),
            (_apart(year),) if year.apart is not None else (),
            (_hours(year, year.hours_at_living, "real Living Wage"),) if year.hours_at_living else (),
        )
        for year in reversed(found.years)
    )
    columns = (
        "Day",
        "Median week's pay",
        "Legal floor an hour",
        "Real Living Wage an hour",
        "Apart",
        "Week's pay in hours at it",
    )
    return Table("The median week's pay against the rates, year by year", columns, rows, folded=True)


def _apart(year: Year) -> Number:
    rates = tuple(_release(floor) for floor in (year.living, year.legal) if floor is not None)
    how = "One less the other, in pounds an hour."
    about = Worked("Real Living Wage less the legal floor", how, year.period.label, releases=rates)
    return worked(year.apart or 0.0, about, text=f"£{number(year.apart or 0.0, 2)}")


def _notes(found: Pay) -> Text:
    hourly = {item.category: item for item in found.hourly}
    texts: list[Text] = [
        prose(
            "Employee jobs are counted where the work is done; weekly pay where people live. No interval is published for "
            "low-paid jobs, and no median pay by workplace is in these figures. A rate not found is left blank. "
        )
    ]
    if "" in hourly:
        whole = hourly[""]
        texts.append(
            prose(
                "The nearest figure for the pay of jobs is an average: ",
                figure(whole, unit=False),
                " an hour in ",
                Label(f"{place(whole.area)}, {whole.period.label}."),
            )
        )
    return tuple(part for text in texts for part in text)
