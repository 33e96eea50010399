"""An option: what is done, whom it reaches, what it costs whom and when, and what good it does to whom."""

from dataclasses import dataclass, field
from enum import StrEnum

from levelling.practice.appraisal.green_book import Rate
from levelling.practice.appraisal.quantity import Quantity


class Body(StrEnum):
    """Who pays, and who has the good of it."""

    INDIVIDUAL = "individual"
    EMPLOYER = "employer"
    EXCHEQUER = "exchequer"
    NHS = "NHS"
    LOCAL_AUTHORITY = "local authority"
    LOTTERY = "lottery"
    VOLUNTARY = "voluntary sector"
    SOCIETY = "society"

    @property
    def public(self) -> bool:
        """Whether its money is public money."""
        return self in {Body.EXCHEQUER, Body.NHS, Body.LOCAL_AUTHORITY, Body.LOTTERY}


class Kind(StrEnum):
    """What a benefit is: money, life satisfaction, or health."""

    CASH = "cash"
    WELLBEING = "wellbeing"
    HEALTH = "health"


@dataclass(frozen=True, slots=True)
class Term:
    """A quantity as a file gives it, before names and parameters are looked up.

    Attributes:
        quantity: The number or range; `None` where it is a reference, or wanted.
        parameter: The parameter it is; empty where it is none.
        area: What of the place it is, such as `pay`; empty where it is nothing of a place.
        of: The place it is of, where the file names one; empty for the place the appraisal is made for.
        wanted: The question it answers, where only the user can say.
        told_at: The value at which it is told what it takes to break even while a wanted input is not known: 1 for what only
            sets the size of everything, 0 for what could only be taken off; `None` where there is none.
        times: Names it is multiplied by.
        per: Names it is divided by.
        price_year: The year of its prices, where not the option's.
        title: What it is called, for people; empty for its name in the file.
    """

    quantity: Quantity | None = None
    parameter: str = ""
    area: str = ""
    of: str = ""
    wanted: str = ""
    told_at: float | None = None
    times: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    price_year: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What somebody pays, in every year from the first to the last."""

    name: str
    place: str
    payer: Body
    first: int
    last: int
    amount: Term
    own: dict[str, Term] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Benefit:
    """The good somebody has of it, in every year from the first to the last.

    Attributes:
        name: What it is called.
        place: Where it stands in its file, such as `benefit 2`.
        beneficiary: Who has it.
        kind: What it is.
        first: Its first year.
        last: Its last year.
        amount: Pounds a year; or, where `in_wellbys`, points of life satisfaction for people and a year.
        in_wellbys: Whether it is counted in points of life satisfaction.
        rate: The line of the discount rates.
        own: Where its deadweight, displacement and so on differ from the option's.
        group_income: The income of those who have it; `None` where no weight by income is asked for.
        same_as: The benefit it is another measure of; empty where the author says of none; `None` where nothing is said.
        grade: How strong the evidence is; empty where nobody has graded it.
    """

    name: str
    place: str
    beneficiary: Body
    kind: Kind
    first: int
    last: int
    amount: Term
    in_wellbys: bool
    rate: Rate
    own: dict[str, Term]
    group_income: Term | None
    same_as: str | None
    grade: str


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money that passes from one to another. It makes nobody better off on the whole, but who pays and who saves."""

    name: str
    place: str
    giver: Body
    taker: Body
    first: int
    last: int
    amount: Term
    own: dict[str, Term]


@dataclass(frozen=True, slots=True)
class Correlation:
    """Two inputs that tend to be high together (above nought) or one high and one low (below)."""

    between: tuple[str, str]
    value: float


@dataclass(frozen=True, slots=True)
class Option:
    """An option as its file gives it.

    Attributes:
        name: What it is called.
        about: What is done, in a sentence or two.
        file: Where it was read; empty where from nowhere.
        price_year: The year of its prices.
        horizon: The last year looked at; the first is 0.
        converts: Whether sums in other years' prices may be moved by the GDP deflator.
        shares: What applies to all benefits and costs: deadweight, displacement, optimism_bias and so on.
        people: `people_reached`, `uptake`, `effect`, where given.
        inputs: Named inputs.
        costs: What it costs.
        benefits: What good it does.
        transfers: What passes from one to another.
        correlations: Which inputs go together.
        reference_income: The income that others are held against.
        break_even: The input for which it is told how much it must be to break even.
        notes: What its author says must be minded.
    """

    name: str
    about: str
    file: str
    price_year: int
    horizon: int
    converts: bool
    shares: dict[str, Term]
    people: dict[str, Term]
    inputs: dict[str, Term]
    costs: tuple[Cost, ...]
    benefits: tuple[Benefit, ...]
    transfers: tuple[Transfer, ...]
    correlations: tuple[Correlation, ...]
    reference_income: Term | None
    break_even: str
    notes: tuple[str, ...]
