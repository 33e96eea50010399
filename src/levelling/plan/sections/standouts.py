"""What stands out, in sentences a councillor can read aloud."""

from levelling.plan.document import Highlight, Highlights, Mark, Paragraph, Section, prose
from levelling.plan.told import told
from levelling.plan.view import View

ORDER = 20


def section(view: View) -> Section:
    """The findings, strongest first, each with its verdict."""
    items = tuple(
        Highlight(Mark(item.verdict), told(item.heading, item.comparisons), told(item.sentence, item.comparisons))
        for item in view.diagnosis.findings
    )
    lead = prose(
        "The differences that are largest beside the usual spread between places, for the people and for the place, good and "
        "bad. None is here that chance alone could explain, unless it says so."
    )
    nothing = prose("Nothing stands out: no difference can be told from chance, or no interval is published to tell it by.")
    body = (Paragraph(lead), Highlights(items)) if items else (Paragraph(nothing),)
    return Section("standouts", "What stands out", "What stands out", body)
