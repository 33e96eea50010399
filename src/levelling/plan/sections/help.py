"""Help: what is open now for each need of the place, why, and what the place must do first."""

from collections.abc import Sequence
from datetime import date

from levelling.challenge.needs import summed_up
from levelling.core.comparison import Verdict
from levelling.core.need import Need
from levelling.core.words import two_figures, with_unit
from levelling.plan.document import (
    Block,
    Bullets,
    Group,
    Inline,
    Label,
    Link,
    Mark,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import View
from levelling.plan.wording import listed
from levelling.solutions.match import Answered, Known, Matched, Offer, Reaches, Relevance, match

ORDER = 320
_NEEDS, _OFFERS, _TABLED = 6, 3, 5
"""How many needs are told in words, how many enablers each, and how many each in the table."""
_EVERY = (
    *("f every 100 ", "f every 100,000 ", "For every 100 ", "For every 1,000 ", "or every 100,000 ", "level 3"),
    *("aged 5 and over", "aged 16 and over", "aged 16 and 17", "aged 19 and over", "under 16"),
)
"""Words of a need's sentence that hold digits and are no figures."""
_MILLION, _BILLION = 1e6, 1e9


def section(view: View) -> Section | None:
    """The first needs with up to three enablers each, and tables of all needs and of what ended; told for the register's date."""
    if not view.needs:
        return None
    return section_of(view, match(view.atlas, view.area, view.needs, said=view.said))


def section_of(view: View, found: Matched) -> Section:
    """The section from what is already matched, for all needs or for some."""
    blocks: list[Block] = [Paragraph(_lead(view, found), "lead")]
    told: dict[tuple[str, ...], Need] = {}
    seen: set[str] = set()
    blocks += [_need(view, answer, told, seen) for answer in found.answers[:_NEEDS]]
    blocks.append(_needs_table(view, found.answers))
    if any(answer.offers for answer in found.answers):
        blocks.append(_offers_table(found))
    if ended := _ended(found):
        blocks.append(ended)
    blocks += [Paragraph(_note(view, note), "note") for note in found.notes]
    blocks.append(
        Paragraph(
            prose(
                "Needs overlap: one person may be counted in several, so their sizes are not to be added up. Needs that chance "
                "alone may have made come last. Enablers come in a stated order (how directly they help, whether they reach the "
                "place, whether they are open, what is known of their money), not by a score."
            ),
            "note",
        )
    )
    return Section("help", "What help is open now for each need", "Help", tuple(blocks))


def _lead(view: View, found: Matched) -> Text:
    count = len(found.answers)
    some = [answer for answer in found.answers if _open(answer)]
    about = Worked(f"Needs of {view.name}", "Counted from the needs listed in the table below.")
    which = Worked(f"Needs of {view.name} with something open", "Counted from the enablers listed in the tables below.")
    whom = f" that {found.user.words} can use" if found.user else ""
    return prose(
        "By these figures ",
        Label(view.said),
        " has ",
        worked(count, about),
        f" {'need' if count == 1 else 'needs'} in which it stands behind what it is held against. For ",
        worked(len(some), which, text="none" if not some else ""),
        f" of them the register holds a fund or programme{whom} that is open ",
        Label(f"{'on' if found.as_of.start == found.as_of.end else 'in'} {found.as_of.label}"),
        " and known to reach the place.",
    )


def _open(answer: Answered) -> list[Offer]:
    """Funds and programmes that help, are open and are known to reach the place."""
    sure = [offer for offer in answer.open_now if offer.reach.answer is not Reaches.CANNOT_TELL]
    return [offer for offer in sure if offer.relevance.gives]


def _need(view: View, answer: Answered, told: dict[tuple[str, ...], Need], seen: set[str]) -> Group:
    """One need in words; what was told under an earlier need is not told again."""
    need = answer.need
    parts: list[Block] = [Paragraph(_sentence(view, need)), Paragraph(prose(Label(answer.sentence)))]
    shown = [offer for offer in answer.open_now if offer.relevance is not Relevance.FRAMES][:_OFFERS]
    key = tuple(offer.enabler.id for offer in shown)
    if key and key in told:
        parts.append(Paragraph(prose("The first of them are those listed above under ", Label(f"'{told[key].name}'"), ".")))
    elif shown:
        told[key] = need
        parts.append(Bullets(tuple(_again(offer) if offer.enabler.id in seen else _offer(offer) for offer in shown)))
        seen.update(key)
    return Group(f"help-{need.id}", need.name, tuple(parts))


def _sentence(view: View, need: Need) -> Text:
    """The need's sentence; each number in it leads to what the need was worked out from."""
    about = Worked(need.name, need.size.how, need.period.label, need.inputs, need.releases)
    days = [item.period.label for item in need.inputs]
    return reckoned(need.sentence, about, [view.said, need.against, *days, *_EVERY])


def _offer(offer: Offer) -> Text:
    enabler = offer.enabler
    parts: list[Inline] = [Label(enabler.name, strong=True), ". ", Label(f"{offer.reason} ")]
    if (sum_of := _amount(offer)) is not None:
        parts += ["Its money: ", sum_of, Label(f" {offer.money.words}. ")]
    parts.append(Label(offer.vcse))
    if (source := _source(offer)) is not None:
        parts += [" ", source]
    return tuple(parts)


def _again(offer: Offer) -> Text:
    return (Label(offer.enabler.name, strong=True), f" (told above) {offer.relevance.words}.")


def _source(offer: Offer) -> Link | None:
    known = [item for item in offer.enabler.sources if item.address]
    source = max(known, key=lambda item: item.date.end if item.date else date.min, default=None)
    return None if source is None else Link(source.title, source.address)


def _amount(offer: Offer) -> Number | None:
    money, enabler = offer.money, offer.enabler
    source = money.amount.source if money.amount else offer.reach.named.source if offer.reach.named else None
    if money.pounds is None or source is None or money.known is Known.NOT:
        return None
    about = Worked.quoted(f"{enabler.name}, {money.words}", source.title, source.address)
    return worked(money.pounds, about, text=pounds(money.pounds))


def pounds(value: float) -> str:
    """Public money as it is said: '£820 million', '£6.4 billion', '£20,000'.

    Example:
        >>> pounds(820_000_000), pounds(6_400_000_000), pounds(20_000)
        ('£820 million', '£6.4 billion', '£20,000')
    """
    scale, word = (_BILLION, " billion") if value >= _BILLION else (_MILLION, " million") if value >= _MILLION else (1.0, "")
    return with_unit(f"{value / scale:,.1f}".removesuffix(".0"), f"£{word}")


def _needs_table(view: View, answers: Sequence[Answered]) -> Table:
    rows = tuple(
        (
            prose(Label(answer.need.name)),
            prose(Label(answer.need.ages or "not of an age")),
            _size(answer.need),
            (Mark(answer.need.verdict, _certain(answer.need)),),
            (worked(len(_open(answer)), _counted(view, answer)),),
            prose(Label(answer.sentence)),
        )
        for answer in answers
    )
    columns = ("Need", "Ages", "Size", "How sure", "Open funds and programmes", "What there is")
    return Table("Every need, its size, and how much is open", columns, rows, folded=True)


def _counted(view: View, answer: Answered) -> Worked:
    return Worked(
        f"Open funds and programmes for the need '{answer.need.name}' in {view.name}",
        "Counted from the register: those that help with it, are open, and are known to reach the place.",
    )


def _certain(need: Need) -> str:
    return "no margin known" if need.verdict is Verdict.NOT_COMPARABLE else ""


def _size(need: Need) -> Text:
    if need.size.value is None:
        return prose(Label("not sized"))
    about = Worked(need.name, f"{need.size.how} Told to two figures.", need.period.label, need.inputs, need.releases)
    told = need.size.value if need.size.unit == "£ a week" else two_figures(need.size.value)
    return (worked(told, about, text=summed_up(need)), " (modelled)" if need.size.modelled else "")


def _offers_table(found: Matched) -> Table:
    rows = tuple(
        (
            prose(Label(answer.need.name)),
            prose(Label(offer.enabler.name)),
            prose(Label(offer.relevance.words)),
            prose(Label(offer.reach.answer.value)),
            prose(Label(offer.status.status.value)),
            (number, Label(f" {offer.money.words}")) if (number := _amount(offer)) is not None else prose("not known"),
            prose(Label(" ".join(offer.first_steps))),
            prose(Label(offer.who_agrees)),
        )
        for answer in found.answers
        for offer in answer.offers[:_TABLED]
    )
    columns = ("Need", "Enabler", "Relevance", "Reaches the place", "Status", "Money", "What to do first", "Who must agree")
    return Table("What may help with each need, what to do first, and who must agree", columns, rows, folded=True)


def _ended(found: Matched) -> Table | None:
    """What helped once and has ended, each told once, with the needs it was for."""
    for_needs: dict[str, list[str]] = {}
    ended = {item.enabler.id: item for answer in found.answers for item in answer.ended}
    for answer in found.answers:
        for item in answer.ended:
            for_needs.setdefault(item.enabler.id, []).append(answer.need.name)
    if not ended:
        return None
    rows = tuple(
        (
            prose(Label(item.enabler.name)),
            prose(Label(item.status.sentence)),
            tuple(listed([prose(Label(f"{after.name} ({status.status.value})")) for after, status in item.followed_by]))
            or prose("nothing on record"),
            prose(Label(", ".join(for_needs[key]))),
        )
        for key, item in ended.items()
    )
    return Table(
        "What helped and has ended, or has not been seen open for years",
        ("Enabler", "Its end", "What followed", "Was for"),
        rows,
        folded=True,
    )


def _note(view: View, note: str) -> Text:
    about = Worked("Enablers in the register, by nation", "Counted from the register.")
    return reckoned(note, about, [view.said])
