"""Sources: every publication the page rests on, and where each number came from."""

from levelling.plan.document import Group, Paragraph, References, Releases, Section, prose
from levelling.plan.view import View

ORDER = 450


def section(view: View) -> Section:  # noqa: ARG001 - every section is made from the view, and this one from the numbers on the page
    """The section that ends a plan."""
    return closing()


def closing(*, publications: bool = True) -> Section:
    """The publications and the references; the renderers fill both from the numbers on the page.

    Args:
        publications: Whether the page rests on any.
    """
    method = prose(
        "Figures are shown as published, with the publisher's own interval or none. Where a figure was moved from other areas, "
        "or worked out, its reference says how. Rates and scores move by the number of people in each neighbourhood."
    )
    return Section(
        "sources",
        "Sources",
        "Sources",
        (
            Paragraph(method),
            *((Group("publications", "Publications", (Releases(),)),) if publications else ()),
            Group("references", "Where each number comes from", (References(),)),
        ),
    )
