import json
import re

import pytest

from levelling.core.errors import UserError
from levelling.plan import render
from tests.unit.plan import made

HOSTILE = "<script>alert('x')</script> \"& | [a](b)"


def test_the_page_is_english_has_one_heading_and_a_way_past_the_contents() -> None:
    page = render(made.page())
    assert '<html lang="en-GB">' in page
    assert page.count("<h1>") == 1
    assert 'href="#plan"' in page
    assert '<main id="plan">' in page


def test_a_number_leads_to_an_entry_that_is_there() -> None:
    page = render(made.page())
    leads = set(re.findall(r"class=n href=#(r\d+)", page))
    assert leads
    assert all(f"<li id={key} " in page for key in leads)


def test_an_entry_names_publisher_release_period_status_and_licence() -> None:
    page = render(made.page())
    entry = page[page.index("<li id=r1 ") :]
    for words in (
        "Office of Made Figures",
        "Made figures",
        "published 7 May 2024",
        "2023",
        "Official statistics",
        "Open Government Licence v3.0",
    ):
        assert words in entry[: entry.index("</dl>")]


def test_a_name_cannot_break_out_of_the_page() -> None:
    page = render(made.page(HOSTILE))
    assert "<script>alert" not in page
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page


def test_a_name_cannot_break_out_of_a_markdown_table() -> None:
    text = render(made.page(HOSTILE), "md")
    assert "<script>" not in text.replace("\\<", "")
    row = next(line for line in text.splitlines() if line.startswith("| \\<script"))
    assert len(re.findall(r"(?<!\\)\|", row)) == 3


def test_the_policy_allows_only_our_own_style_and_script() -> None:
    page = render(made.page())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert 'style="' not in page


def test_json_holds_what_the_page_holds() -> None:
    data = json.loads(render(made.page(), "json"))
    assert data["area"]["code"] == "E06000999"
    assert data["references"]["1"]["releases"] == ["made-release"]
    assert data["releases"]["made-release"]["released"] == "2024-05-07"
    number = data["sections"][0]["blocks"][0]["text"][1]
    assert (number["text"], number["lower"], number["upper"], number["indicator"], number["reference"]) == (
        "61.2%",
        58.0,
        64.4,
        "made-rate",
        1,
    )


def test_markdown_notes_each_number() -> None:
    text = render(made.page(), "md")
    assert "It has 61.2% (58.0 to 64.4)[^1]." in text
    assert re.search(r"^\[\^1\]: Made rate, people aged 16 to 64, 2023\. ", text, re.MULTILINE)


def test_a_format_we_do_not_write_is_refused() -> None:
    with pytest.raises(UserError, match="A plan cannot be written as 'pdf'"):
        render(made.page(), "pdf")


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(made.page()) == render(made.page())
