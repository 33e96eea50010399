"""The plan as one self-contained HTML page: nothing is fetched, and it works without a script, on a phone and on paper."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby

from levelling.plan.charts.svg import escape
from levelling.plan.document import Document, Section
from levelling.plan.provenance import References
from levelling.plan.render.blocks import Blocks, symbols
from levelling.plan.walk import numbers

_POLICY = "default-src 'none'; style-src '{style}'; script-src '{script}'; base-uri 'none'; form-action 'none'"


def render(document: Document) -> str:
    """The page. Whatever comes from a file or a user is escaped."""
    references = References(document)
    blocks = Blocks(references)
    kind = blocks.text(document.kind)
    summary = blocks.text(document.summary)
    body = "".join(_section(section, blocks) for section in document.sections)
    native = document.native
    other = f'<p class="native" lang="{escape(native.language)}">{escape(native.text)}</p>' if native else ""
    return (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n{_head(document)}</head>\n<body>\n'
        f'<a class="skip" href="#plan">Skip to the plan</a>{symbols()}\n'
        f'<header class="masthead"><div class="inner"><p class="kicker">{escape(document.kicker)}</p>'
        f"<h1>{escape(document.title)}</h1>"
        f'{other}<p class="kind">{kind}</p><p class="summary">{summary}</p></div></header>\n'
        f'<div class="layout">{_contents(document)}\n<main id="plan">\n{body}</main></div>\n{_footer(document)}'
        f"{_POPOVER}<script>{_asset('page.js')}</script>\n</body>\n</html>\n"
    )


def _head(document: Document) -> str:
    policy = _POLICY.format(style=_hash("page.css"), script=_hash("page.js"))
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}: {escape(document.kicker[:1].lower())}{escape(document.kicker[1:])}</title>\n"
        '<meta name="description" content="What the official figures say of work, pay, skills and health in '
        f'{escape(document.title)}, each with its source.">\n'
        f'<meta name="generator" content="levelling {escape(document.version)}">\n'
        '<meta name="color-scheme" content="light">\n'
        f"<style>{_asset('page.css')}</style>\n"
    )


def _contents(document: Document) -> str:
    """The sections, under the parts of the argument they belong to, where the page has parts."""
    parts = "".join(_part(words, tuple(sections)) for words, sections in groupby(document.sections, lambda item: item.part))
    return f'<nav class="contents" aria-label="Contents"><p aria-hidden="true">Contents</p><ol>{parts}</ol></nav>'


def _part(words: str, sections: Sequence[Section]) -> str:
    # A section that opens the part is named by the part itself.
    opens = next((item for item in sections if words and item.kind == "opener"), None)
    items = "".join(f'<li><a href="#{escape(item.id)}">{escape(item.short)}</a></li>' for item in sections if item is not opens)
    inner = f"<ol>{items}</ol>" if items else ""
    name = f'<a href="#{escape(opens.id)}">{escape(words)}</a>' if opens else escape(words)
    return f'<li class="part"><span>{name}</span>{inner}</li>' if words else items


def _section(section: Section, blocks: Blocks) -> str:
    key = escape(section.id)
    inner = "".join(blocks.block(block, 3) for block in section.blocks)
    heading = f'<h2 id="{key}-h">{escape(section.title)}</h2>'
    kind = f" {escape(section.kind)}" if section.kind else ""
    return f'<section id="{key}" class="s-{key}{kind}" aria-labelledby="{key}-h">{heading}{inner}</section>\n'


def _footer(document: Document) -> str:
    owed = "".join(f"<li>{escape(line)}</li>" for line in document.attributions)
    newest = f" The newest publication it rests on came out on {escape(document.newest)}." if document.newest else ""
    traced = " Every number leads to where it came from." if any(numbers(document)) else ""
    return (
        f'<footer><div class="inner"><p>Made by levelling {escape(document.version)}, free software under the MIT licence.'
        f"{newest}{traced}</p><ul>{owed}</ul></div></footer>\n"
    )


_POPOVER = (
    '<div id="from" popover role="dialog" aria-labelledby="from-h" tabindex="-1"><div class="from-top">'
    '<h2 id="from-h">Where this number comes from</h2><button type="button" popovertarget="from" popovertargetaction="hide">'
    'Close</button></div><div id="from-body"></div></div>'
)


@cache
def _asset(name: str) -> str:
    return files("levelling.plan.render").joinpath(name).read_text("utf-8").strip()


@cache
def _hash(name: str) -> str:
    digest = hashlib.sha256(_asset(name).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
