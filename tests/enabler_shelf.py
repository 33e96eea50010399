"""Enablers made up for tests of the solutions chapter, and a register that holds them."""

from dataclasses import replace

from levelling.core.period import Period
from levelling.core.source import Source
from levelling.solutions.register import (
    Confidence,
    Enabler,
    Extent,
    Kind,
    Mechanism,
    Register,
    Topic,
    User,
)

TODAY = Period.parse("2026-11-28")
_ANY = Enabler(
    id="any",
    name="Any programme",
    kind=Kind.PROGRAMME,
    purpose="Helps.",
    lead="A ministry",
    nations=("E",),
    levels=("council",),
    extent=Extent.EVERYWHERE,
    areas=(),
    started=Period.parse("2025-04"),
    ended=None,
    seen_ended=None,
    funded_to=None,
    replaced_by=(),
    law="",
    doubt="",
    amounts=(),
    ring_fences=(),
    users=(User.COUNCIL, User.VCSE),
    vcse_role="Can be the provider.",
    topics=(Topic.EMPLOYMENT,),
    mechanism=Mechanism.BROKERAGE,
    conditions=(),
    sources=(Source("A gazette", "https://example.org/a", Period.parse("2026-10")),),
    confidence=Confidence.HIGH,
    attested=(Period.parse("2026-10"),),
    checked=Period.parse("2026-11"),
)


def made_up(key: str, **changes: object) -> Enabler:
    """An open programme of England that helps people into work, but for what is changed."""
    return replace(_ANY, **{"id": key, "name": key.replace("-", " ").capitalize(), **changes})  # type: ignore[arg-type]


def shelf(*enablers: Enabler) -> Register:
    """A register of these."""
    return Register({enabler.id: enabler for enabler in enablers})
