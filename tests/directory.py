"""A small made-up directory of services, in the shape of the Open Referral UK profile, for several tests."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from levelling.core.service import Provider, Service

OFFERS = (
    ("Harbour Skills", "Job club", "Help to find work, with a job coach.", "Hartlepool", "2026-09-01"),
    ("Harbour Skills", "Courses", "Training courses in digital skills.", "Hartlepool", "2026-09-01"),
    ("Headland Advice", "Money and homes", "Debt advice and housing advice.", "Hartlepool", "2026-06-12"),
    ("Quay Wellbeing", "Talking", "Counselling for people with depression.", "Tees Valley", "2026-10-20"),
    ("Steady", "Recovery", "Support for people with drug and alcohol problems.", "Darlington", "2024-02-02"),
    ("Lean On Us", "Morning", "Respite for carers, and help to gain work.", "Hartlepool", "2026-11-02"),
    ("Whole Person", "One door", "Debt advice, counselling and help to find work, for carers.", "Hartlepool", "2025-01-15"),
    ("Wide", "Line", "Counselling by telephone.", "United Kingdom", "2026-01-01"),
)
"""Provider, service, what it is, for whom by place, and when its entry was last changed."""


def entry(at: int, who: str, name: str, what: str, where: str, day: str) -> dict[str, Any]:
    """One service as a feed sends it."""
    return {
        "id": f"service-{at}",
        "name": name,
        "description": what,
        "status": "active",
        "last_modified": f"{day}T09:00:00Z",
        "organization": {"id": who.lower().replace(" ", "-"), "name": who},
        "service_areas": [{"id": f"area-{at}", "name": where}],
    }


def entries() -> list[dict[str, Any]]:
    """All services as a feed sends them."""
    return [entry(at, *offer) for at, offer in enumerate(OFFERS)]


def page(contents: Iterable[Any], number: int = 1, of: int = 1) -> dict[str, Any]:
    """One page of a feed."""
    held = list(contents)
    return {"total_items": len(held) * of, "total_pages": of, "page_number": number, "size": len(held), "contents": held}


def write(path: Path, contents: Any = None) -> Path:
    """Write a page, or whatever is given, as JSON."""
    path.write_text(json.dumps(page(entries()) if contents is None else contents), "utf-8")
    return path


def service(who: str, what: str, *, where: str = "", id_: str = "") -> Service:
    """A service as the analysis takes it."""
    areas = (where,) if where else ()
    return Service(id_ or f"{who} {what}", "Service", Provider(who, who.title()), what, areas=areas)
