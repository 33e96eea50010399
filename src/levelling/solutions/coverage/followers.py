"""Boards drawn on another body's ground by rule: they are listed beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from levelling.core.period import Period
from levelling.solutions.coverage.bodies import Body
from levelling.solutions.coverage.kinds import BodyKind

_HWB_BEGAN, _ICP_BEGAN = "2013-04", "2022-07"
_EMPLOYABILITY_SEEN = Period.parse("2021-10")
_ICP_KNOWN = Period.parse("2025-12")


def following(bodies: Sequence[Body], as_of: Period) -> Iterable[Body]:
    """The boards that follow others: health and wellbeing boards, care partnerships, Scotland's employability partnerships."""
    for body in bodies:
        if body.kind is BodyKind.COUNTY or (body.kind is BodyKind.COUNCIL and str(body.code).startswith("E")):
            yield _on(body, BodyKind.HWB, f"{body.name} Health and Wellbeing Board", max(_HWB_BEGAN, body.began or ""))
        elif body.kind is BodyKind.COUNCIL and str(body.code).startswith("S") and as_of.end >= _EMPLOYABILITY_SEEN.start:
            yield _on(body, BodyKind.EMPLOYABILITY, f"{body.name} Local Employability Partnership", None)
        elif body.kind is BodyKind.ICB:
            name = body.name.removeprefix("NHS ").removesuffix(" Integrated Care Board")
            yield _on(body, BodyKind.ICP, f"{name} Integrated Care Partnership", max(_ICP_BEGAN, body.began or ""))


def _on(body: Body, kind: BodyKind, name: str, began: str | None) -> Body:
    return replace(
        body, kind=kind, name=name, code=None, began=began, notes=(f"Drawn on the ground of {body.name}.",), sources=()
    )


def cannot_tell(body: Body, as_of: Period) -> bool:
    """Whether it is not known that a body went on to this date: of care partnerships, nothing later than 2025 was found."""
    return body.kind is BodyKind.ICP and as_of.end > _ICP_KNOWN.end
