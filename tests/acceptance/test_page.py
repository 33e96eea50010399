"""The plan page in a real browser: accessible, self-contained, whole without a script, on a phone and by keyboard."""

import json
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from levelling.atlas import Atlas
from levelling.plan import build, render, save
from levelling.plan.build import PARTS

PLACES = ("Hartlepool", "Belfast", "Cardiff", "Isles of Scilly", "Tees Valley")
_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("plans")
    atlas = Atlas.open()
    return {name: save(build(atlas, atlas.area(name)), folder / f"{atlas.area(name).code}.html") for name in PLACES}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "The page is tested in a real browser: install chromium (`make test` does)."
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found, args=_ARGS)
        yield opened
        opened.close()


def opened(browser: Browser, path: Path, *, width: int = 1280, height: int = 900, script: bool = True) -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=script).new_page()
    page.goto(path.as_uri())
    return page


# Axe looks at every one of some ten thousand parts, and at what lies over what: the slow rules are run on two pages.
@pytest.mark.parametrize(
    ("place", "width", "unfolded", "without"),
    [
        ("Hartlepool", 1280, True, ()),
        ("Isles of Scilly", 390, False, ()),
        *(
            (place, 1280, False, ("color-contrast", "target-size", "link-in-text-block"))
            for place in ("Belfast", "Cardiff", "Tees Valley")
        ),
    ],
)
def test_axe_finds_nothing(
    browser: Browser, pages: dict[str, Path], place: str, width: int, *, unfolded: bool, without: tuple[str, ...]
) -> None:
    """No breach of WCAG 2.0, 2.1 or 2.2 at A or AA."""
    page = opened(browser, pages[place], width=width)
    if unfolded:
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    rules = {rule: {"enabled": False} for rule in without}
    found = Axe().run(page, options=_RULES | {"resultTypes": ["violations"], "rules": rules})
    listed = [(item["id"], item["nodes"][0]["html"][:200]) for item in found.response["violations"]]
    page.context.close()
    assert listed == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_fetched_and_nothing_complains(browser: Browser, pages: dict[str, Path], place: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(pages[place].as_uri())
    page.locator("a.n").first.click()
    page.wait_for_timeout(100)
    page.close()
    assert asked == [pages[place].as_uri()]
    assert said == []


@pytest.mark.parametrize("place", PLACES)
def test_it_reflows_on_a_narrow_screen(browser: Browser, pages: dict[str, Path], place: str) -> None:
    """WCAG 1.4.10: at 320 pixels nothing runs off to the right; wide tables scroll inside themselves."""
    page = opened(browser, pages[place], width=320, height=640)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= 320


def test_a_number_opens_its_source_by_keyboard_and_gives_the_focus_back(browser: Browser, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["Hartlepool"])
    number = page.locator("#m-employment-rate .big a.n")
    number.focus()
    page.keyboard.press("Enter")
    box = page.locator("#from")
    assert box.is_visible()
    words = box.inner_text()
    assert all(part in words for part in ("Publisher", "Office for National Statistics", "Licence", "Status", "How", "When"))
    page.keyboard.press("Escape")
    assert not box.is_visible()
    assert page.evaluate("document.activeElement === document.querySelector('#m-employment-rate .big a.n')")
    page.context.close()


def test_without_a_script_a_number_leads_to_its_source(browser: Browser, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["Hartlepool"], script=False)
    number = page.locator("#m-employment-rate .big a.n")
    target = number.get_attribute("href") or ""
    number.click()
    assert page.url.endswith(target)
    assert page.locator(target).is_visible()
    page.context.close()


def test_the_first_stop_of_the_keyboard_skips_to_the_plan(browser: Browser, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["Hartlepool"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the plan"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#plan")
    page.context.close()


def test_it_prints_on_a4(browser: Browser, pages: dict[str, Path]) -> None:
    """Paper shows no buttons, no folded tables, and the references of its numbers."""
    page = opened(browser, pages["Hartlepool"])
    page.emulate_media(media="print")
    assert not page.locator("nav.contents").is_visible()
    assert page.locator("details:visible").count() == 0
    mark = page.evaluate("getComputedStyle(document.querySelector('.big a.n'), '::after').content")
    printed = page.pdf(prefer_css_page_size=True)
    page.context.close()
    assert re.fullmatch(r'"\d+"', mark)
    assert printed.startswith(b"%PDF")


@pytest.mark.parametrize("place", PLACES)
def test_the_first_printed_page_holds_the_place_and_what_stands_out(browser: Browser, pages: dict[str, Path], place: str) -> None:
    """A4 less its margins is 182 by 266 mm: 688 by 1,005 pixels. Nothing is wider, or a browser shrinks every page to fit it."""
    page = opened(browser, pages[place], width=688)
    page.emulate_media(media="print")
    bottom = page.evaluate("document.querySelector('#standouts').getBoundingClientRect().bottom")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert bottom <= 1005
    assert wide <= 688


def test_the_contents_lead_through_the_page_as_an_argument(browser: Browser, pages: dict[str, Path]) -> None:
    """Each section stands once, under the part it belongs to, in the order of the page."""
    page = opened(browser, pages["Hartlepool"])
    parts = page.locator("nav.contents .part > span").all_inner_texts()
    leads = page.evaluate("[...document.querySelectorAll('nav.contents a')].map(link => link.getAttribute('href').slice(1))")
    sections = page.evaluate("[...document.querySelectorAll('main > section')].map(section => section.id)")
    page.context.close()
    assert parts == [words for _, words in PARTS if words in parts]
    assert {"How the place stands", "Behind the page"} <= set(parts)
    assert leads == sections


@pytest.mark.parametrize("place", PLACES)
def test_the_page_and_its_json_hold_the_same_numbers(place: str) -> None:
    """One by one, in order: text, interval and reference; and the text says the value."""
    atlas = Atlas.open()
    document = build(atlas, atlas.area(place))
    shown = _Shown(render(document, "html")).numbers
    data = json.loads(render(document, "json"))
    held = list(_numbers(data))
    assert len(shown) == len(held) > 50
    for (text, reference), number in zip(shown, held, strict=True):
        whole = f"{number['text']} ({number['interval']})" if "interval" in number else number["text"]
        assert (text, reference) == (whole, number["reference"])
        assert str(number["reference"]) in data["references"]
        assert _says(number["text"], number["value"], number["unit"]), number
        if "interval" in number:
            low, high = number["interval"].split(" to ")
            assert _says(low, number["lower"])
            assert _says(high, number["upper"])


def _says(text: str, value: float, unit: str = "") -> bool:
    """Whether a written number is the value, to the digits it is written with. A size may be written without its sign."""
    if text == "none":
        return value == 0
    found = re.search(r"([\d,]+(?:\.\d+)?)(?: (million|billion))?", text)
    if found is None:
        return False
    digits = found[1].replace(",", "")
    # "£1.4 billion" of a sum in pounds; "£3.1 million" of a measure that is counted in millions is 3.1.
    scale = 1.0 if found[2] is None or found[2] in unit else {"million": 1e6, "billion": 1e9}[found[2]]
    half = 0.5 * 10 ** -len(digits.partition(".")[2])
    return abs(float(digits) - abs(value) / scale) <= half + 1e-9 or text.startswith("under")


def _numbers(node: object) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if node.get("type") == "number":
            yield node
        else:
            for key in ("kind", "summary", "sections", *(key for key in node if key not in {"kind", "summary", "sections"})):
                if key in node:
                    yield from _numbers(node[key])
    elif isinstance(node, list):
        for part in node:
            yield from _numbers(part)


class _Shown(HTMLParser):
    """The numbers of a page, as a reader meets them: text and reference."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.numbers: list[tuple[str, int]] = []
        self._reference: int | None = None
        self._text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("class") == "n":
            self._reference = int((given["href"] or "")[2:])
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._reference is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._reference is not None:
            self.numbers.append((self._text, self._reference))
            self._reference = None
