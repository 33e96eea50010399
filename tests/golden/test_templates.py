"""Templates against the documents whose headings they follow."""

from levelling.atlas import Atlas
from levelling.plan import build, render, template


def test_get_britain_working_covers_what_the_guidance_says_it_covers() -> None:
    """Guidance for developing local Get Britain Working plans (England), 3 April 2025, the list that opens it.

    Context and challenges; aims, actions and monitoring with outcome indicators; who, and over what geographies; timeframes;
    content; the relation to other local plans and strategies.
    """
    chosen = template("get-britain-working")
    assert [part.id for part in chosen.parts] == [
        *("context", "labour-market", "furthest", "actions", "governance", "outcomes", "timeframes", "other-plans"),
    ]
    dated = {source.title: source.date and source.date.iso for part in chosen.parts for source in part.sources}
    assert dated["Guidance for developing local Get Britain Working plans, England"] == "2025-04-03"
    assert dated["Get Britain Working outcomes"] == "2025-04-03"
    assert chosen.nations == ("E",)


def test_the_source_template_follows_the_sections_of_the_paper() -> None:
    """Levelling up through employment (2020): 1.1 to 1.5, 2.1 to 2.3, 3."""
    numbered = [part.heading.split(" ")[0] for part in template("source").parts]
    assert numbered == ["1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "3"]


def test_the_ages_of_the_outcomes_stand_beside_the_baselines() -> None:
    atlas = Atlas.open()
    text = render(build(atlas, atlas.area("Hartlepool"), template=template("get-britain-working")), "md")
    assert "aged 18 to 66" in text
    assert "the outcome is for ages 18 to 66 and this figure is for ages 16 to 64" in text
    assert (
        text.index("## Outcome indicators and monitoring")
        < text.index("the outcome is for ages 18 to 66")
        < text.index("## Timeframes")
    )
