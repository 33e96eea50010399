"""Every kind of chart in a real browser, on a page made for it: nothing cut off, nothing upon another, no colour alone."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from levelling.atlas import Atlas
from levelling.plan import save
from tests.acceptance.gallery import page as gallery

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
SCREENS = (320, 390, 1280)
_WORDS = """() => [...document.querySelectorAll('.panel')].flatMap(panel => {
  const words = '.rows .track text, .fan text, .scatter text, .lines text, .who, .fig, .unit, .part-name';
  const parts = [...panel.querySelectorAll(words)];
  return parts.filter(part => part.textContent.trim() && part.checkVisibility()).map(part => {
    const box = part.getBoundingClientRect(), edge = panel.getBoundingClientRect();
    return [panel.querySelector('[role=img]').getAttribute('aria-labelledby'), part.textContent, box.left, box.top, box.right,
            box.bottom, edge.left, edge.right, document.documentElement.clientWidth];
  });
})"""
"""Where each word of a drawing stands, with the drawing's own edges."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save(gallery(Atlas.open()), tmp_path_factory.mktemp("gallery") / "gallery.html")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "The page is tested in a real browser: install chromium (`make test` does)."
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found, args=_ARGS)
        yield opened
        opened.close()


def opened(browser: Browser, path: Path, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, path: Path, width: int) -> None:
    page = opened(browser, path, width)
    found = Axe().run(page, options=_RULES | {"resultTypes": ["violations"]})
    listed = [(item["id"], item["nodes"][0]["html"][:200]) for item in found.response["violations"]]
    page.context.close()
    assert listed == []


@pytest.mark.parametrize("width", SCREENS)
def test_no_words_are_cut_off_or_lie_upon_others(browser: Browser, path: Path, width: int) -> None:
    page = opened(browser, path, width)
    words = page.evaluate(_WORDS)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert wide <= width
    assert len({chart for chart, *_ in words}) >= 10
    cut = [(chart, text) for chart, text, left, _, right, _, low, high, _ in words if left < low - 2 or right > high + 2]
    assert cut == []
    by_chart: dict[str, list[tuple[str, float, float, float, float]]] = {}
    for chart, text, left, top, right, bottom, *_ in words:
        by_chart.setdefault(chart, []).append((text, left, top, right, bottom))
    meeting = [
        (chart, one[0], two[0])
        for chart, boxes in by_chart.items()
        for place, one in enumerate(boxes)
        for two in boxes[place + 1 :]
        # A line of text is taller than its letters: a few pixels of overlap are empty.
        if min(one[3], two[3]) - max(one[1], two[1]) > 1 and min(one[4], two[4]) - max(one[2], two[2]) > 4
    ]
    assert meeting == []


@pytest.mark.parametrize("width", SCREENS)
def test_words_on_drawings_can_be_read_on_any_screen(browser: Browser, path: Path, width: int) -> None:
    """Nothing but the numbers in hexagons is drawn smaller than 7.5 pixels, at the size of the screen."""
    page = opened(browser, path, width)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.panel:not(.whole):not(.hexes) svg text')].map(part => {
          const svg = part.ownerSVGElement, box = svg.viewBox.baseVal;
          const scale = box && box.width ? svg.getBoundingClientRect().width / box.width : 1;
          return [part.textContent, parseFloat(getComputedStyle(part).fontSize) * scale];
        })"""
    )
    page.context.close()
    assert len(sizes) > 50
    assert [(text, size) for text, size in sizes if size < 7.5] == []


def test_rows_share_one_axis(browser: Browser, path: Path) -> None:
    """Every track of a chart begins and ends in the same place, however its names wrap."""
    page = opened(browser, path, 1280)
    edges = page.evaluate(
        """() => [...document.querySelectorAll('.rows')].map(rows =>
          [...new Set([...rows.querySelectorAll('.track')].map(part => {
            const box = part.getBoundingClientRect(); return `${Math.round(box.left)} ${Math.round(box.right)}`;
          }))].length)"""
    )
    page.context.close()
    assert len(edges) == 6
    assert set(edges) == {1}


@pytest.mark.parametrize("width", [390, 1280])
def test_words_stay_in_their_boxes_and_a_wide_drawing_scrolls_in_a_region_of_its_own(
    browser: Browser, path: Path, width: int
) -> None:
    page = opened(browser, path, width)
    beyond = page.evaluate(
        """() => [...document.querySelectorAll('svg.flow')].flatMap(svg => {
          const boxes = [...svg.querySelectorAll('.box')].map(box => box.getBoundingClientRect());
          return [...svg.querySelectorAll('text.label:not(.sign), text.under')].filter(text => {
            const at = text.getBoundingClientRect();
            const high = box => at.top > box.top - 1 && at.bottom < box.bottom + 1;
            return !boxes.some(box => at.left > box.left && at.right < box.right && high(box));
          }).map(text => text.textContent);
        })"""
    )
    rooms = page.evaluate(
        "[...document.querySelectorAll('.flow-room')].map(room => [room.tabIndex, room.scrollWidth > room.clientWidth])"
    )
    strokes = page.evaluate(
        """() => [...new Set([...document.querySelectorAll('svg.flow .arrow')].map(arrow => {
          const style = getComputedStyle(arrow); return style.strokeDasharray + style.strokeLinecap;
        }))].length"""
    )
    page.context.close()
    assert beyond == []
    assert [index for index, _ in rooms] == [0, 0]
    assert all(scrolls for _, scrolls in rooms) or width > 390
    assert strokes == 4  # more, less, no effect and not known differ in their stroke, not by colour alone


def test_what_is_modelled_shows_stripes(browser: Browser, path: Path) -> None:
    page = opened(browser, path, 1280)
    fills = page.evaluate("[...document.querySelectorAll('.rows .hatched')].map(part => getComputedStyle(part).fill)")
    page.context.close()
    assert len(fills) >= 4
    assert all("#hatch" in fill for fill in fills)


def test_classes_of_a_map_have_each_their_colour_and_their_letter(browser: Browser, path: Path) -> None:
    """The key shows what the map shows: as many colours as classes, none twice, each with its letter or number."""
    page = opened(browser, path, 1280)
    keys = page.evaluate(
        """() => [...document.querySelectorAll('#countries .key')].map(key => [...key.querySelectorAll('li')].map(item =>
          [getComputedStyle(item.querySelector('path')).fill, item.querySelector('text')?.textContent ?? '']))"""
    )
    numbers = page.evaluate(
        "[...document.querySelectorAll('#countries-kinds-hex-t')].map(t => t.parentNode.querySelectorAll('text').length)"
    )
    page.context.close()
    assert [len(key) for key in keys] == [10, 10, 4]
    for key in keys:
        assert len({colour for colour, _ in key}) == len(key)
    assert [letter for _, letter in keys[0]] == [*"ABCDEFGHI", ""]
    assert [letter for _, letter in keys[1]] == [*"123456789", ""]
    assert numbers[0] > 300


def test_colours_hold_for_those_who_force_their_own(browser: Browser, path: Path) -> None:
    """Lines and words are seen on a dark ground, and the letters of a map keep the colours they were chosen for."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}, forced_colors="active", color_scheme="dark").new_page()
    page.goto(path.as_uri())
    stroke = page.evaluate("getComputedStyle(document.querySelector('.fan-past')).stroke")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    fills = page.evaluate(
        "[...document.querySelectorAll('.hexes text.dark')].slice(0, 5).map(part => getComputedStyle(part).fill)"
    )
    page.context.close()
    assert sum(map(int, re.findall(r"\d+", ground)[:3])) < 100
    assert sum(map(int, re.findall(r"\d+", stroke)[:3])) > 600
    assert set(fills) == {"rgb(0, 0, 0)"}


def test_it_prints_whole(browser: Browser, path: Path) -> None:
    """Nothing is wider than the sheet."""
    page = opened(browser, path, 688)
    page.emulate_media(media="print")
    wide = page.evaluate("document.documentElement.scrollWidth")
    printed = page.pdf(prefer_css_page_size=True)
    page.context.close()
    assert wide <= 688
    assert printed.startswith(b"%PDF")
