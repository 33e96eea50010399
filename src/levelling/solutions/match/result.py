"""What may help with each need of a place, as plain parts, sentences and records."""

from dataclasses import dataclass
from typing import Any

from levelling.core.area import Area
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.core.words import listed
from levelling.solutions.match.offer import Offer
from levelling.solutions.register import Enabler, StatusAt, User


@dataclass(frozen=True, slots=True)
class Ended:
    """An enabler that helped with a need and has ended, or has not been seen open for years, with what followed it.

    Attributes:
        enabler: The enabler.
        status: How it stands.
        followed_by: What follows it, each with how that stands; empty where nothing is on record.
    """

    enabler: Enabler
    status: StatusAt
    followed_by: tuple[tuple[Enabler, StatusAt], ...]

    @property
    def sentence(self) -> str:
        """What ended and what followed, to be read aloud."""
        opening = f"{self.enabler.name}: {self.status.sentence[:1].lower()}{self.status.sentence[1:].rstrip('.')}"
        if not self.followed_by:
            return f"{opening}; nothing that follows it is on record."
        told = [f"{after.name} ({status.status.value})" for after, status in self.followed_by]
        return f"{opening}; what followed: {listed(told)}."


@dataclass(frozen=True, slots=True)
class Answered:
    """One need, with what may help.

    Attributes:
        need: The need.
        offers: What may help, in the order stated in `levelling.solutions.match`.
        ended: What helped with such needs and has ended.
        sentence: How much there is, in words; it says where there is nothing.
    """

    need: Need
    offers: tuple[Offer, ...]
    ended: tuple[Ended, ...]
    sentence: str

    @property
    def open_now(self) -> tuple[Offer, ...]:
        """Offers that are surely open at the date."""
        return tuple(offer for offer in self.offers if offer.status.is_open)


@dataclass(frozen=True, slots=True)
class Matched:
    """The needs of a place and what may help with each.

    Attributes:
        area: The place.
        as_of: The date it is told for.
        user: For whom; `None` for everyone.
        answers: One a need, in the order the needs came in.
        notes: What to mind of the register, in sentences.
    """

    area: Area
    as_of: Period
    user: User | None
    answers: tuple[Answered, ...]
    notes: tuple[str, ...]

    def records(self) -> list[dict[str, Any]]:
        """One record an offer; a need that nothing answers has one without an enabler, and its reason."""
        return [record for answer in self.answers for record in self._records(answer)]

    def _records(self, answer: Answered) -> list[dict[str, Any]]:
        need = answer.need.record()
        kept = ("need", "need_name", "topic", "verdict", "need_size", "need_unit", "modelled")
        about_need = {"area": self.area.code, "place": self.area.name, **{field: need[field] for field in kept}}
        tail = {
            "as_of": self.as_of.iso,
            "need_sentence": answer.need.sentence,
            "ended": " ".join(item.sentence for item in answer.ended),
        }
        if not answer.offers:
            return [about_need | _nothing(answer.sentence) | tail]
        return [about_need | _told(offer, rank) | tail for rank, offer in enumerate(answer.offers, 1)]


def _told(offer: Offer, rank: int) -> dict[str, Any]:
    enabler, money = offer.enabler, offer.money
    return {
        "enabler": enabler.id,
        "name": enabler.name,
        "kind": enabler.kind.value,
        "rank": rank,
        "relevance": offer.relevance.words,
        "reach": offer.reach.answer.value,
        "status": offer.status.status.value,
        "amount": money.pounds,
        "amount_for": money.words,
        "amount_note": money.note,
        "amount_per_head": None if money.per_head is None else round(money.per_head, 2),
        "users": ", ".join(user.value for user in enabler.users),
        "reason": offer.reason,
        "first_steps": " ".join(offer.first_steps),
        "who_agrees": offer.who_agrees,
        "vcse_role": offer.vcse,
        "sources": "; ".join(f"{source.title}, {source.address}".rstrip(", ") for source in enabler.sources),
    }


def _nothing(sentence: str) -> dict[str, Any]:
    fields = (
        "enabler",
        "name",
        "kind",
        "rank",
        "relevance",
        "reach",
        "status",
        "amount",
        "amount_for",
        "amount_note",
        "amount_per_head",
    )
    return dict.fromkeys(fields) | {
        "users": "",
        "reason": sentence,
        "first_steps": "",
        "who_agrees": "",
        "vcse_role": "",
        "sources": "",
    }
