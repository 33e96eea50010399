"""A model as a Mermaid flowchart, which many editors and code forges draw: the structure alone, both ways.

Nodes with their kind (a subgraph each) and label, links with their sign. Sizes, sources and owners stay in TOML and CSV.
"""

import re
from collections.abc import Iterator
from typing import Any

from levelling.practice.logic.edge_list import SIGN_WORDS, SIGNS
from levelling.practice.logic.model import Kind, Link, Model, Node, Sign

_ARROWS = {Sign.MORE: "-->", Sign.LESS: "-.->", Sign.NONE: "-.->", Sign.CANNOT_TELL: "-.->"}
_ENTITY = re.compile(r"#(\d{1,7}|quot|amp|lt|gt|35);")
_NAMED = {"quot": '"', "amp": "&", "lt": "<", "gt": ">"}
_HEAD = re.compile(r"^(flowchart|graph)(\s+(LR|RL|TB|TD|BT))?\s*;?$")
_SUBGRAPH = re.compile(r"""^subgraph\s+(?P<id>[\w-]+)?\s*(?:\[\s*"?(?P<title>[^"\]]*)"?\s*\])?$""")
_PASSED = re.compile(r"^(classDef|class|style|linkStyle|click|direction|accTitle|accDescr|title)\b")
_OPEN, _CLOSE = r"(?:\[+|\(+|\{+|>)[/\\(\[]*", r"[/\\)\]]*(?:\]+|\)+|\}+)"
_TEXT = r"""\s*(?P<quoted>"[^"]*")?(?P<bare>[^"\]\)\}]*?)\s*"""
_NODE = rf"(?P<id>[A-Za-z0-9][\w-]*?)(?P<shape>\s*{_OPEN}{_TEXT}{_CLOSE})?(?::::[\w-]+)?"
_NODE_AT = re.compile(_NODE + r"\s*(?=$|&|--|==|-\.|<|;)")
_EITHER = re.compile(r"\(one of: ([^)]*)\)$")
_LINK_AT = re.compile(
    r"""<?(?:--\s+(?P<one>"[^"]*"|[^-|>]+?)\s+-{1,4}>|-\.\s+(?P<two>"[^"]*"|[^-|>]+?)\s+\.{1,3}->|==\s+(?P<three>"[^"]*"|[^=|>]+?)\s+={1,4}>"""
    r"""|-{2,5}[->xo]|-\.{1,4}-[>xo]?|={2,5}[=>xo])(?:\s*\|\s*(?P<four>"[^"]*"|[^|]*?)\s*\|)?\s*"""
)


def to_mermaid(model: Model) -> str:
    """The model as a Mermaid flowchart, from left to right."""
    return "\n".join(_lines(model)) + "\n"


def _lines(model: Model) -> Iterator[str]:
    yield "flowchart LR"
    for kind in Kind:
        inside = [node for node in model.nodes if node.kind is kind]
        if inside and kind is not Kind.NOT_SAID:
            yield f'  subgraph _{kind.value}["{kind.plural}"]'
            yield from (f"    {_node(node)}" for node in inside)
            yield "  end"
        elif inside:
            yield from (f"  {_node(node)}" for node in inside)
    yield from (f"  {_link(link)}" for link in model.links)


def _node(node: Node) -> str:
    return f'{node.id}["{_coded(node.label)}"]'


def _link(link: Link) -> str:
    either = f" (one of: {_coded(link.alternative)})" if link.alternative else ""
    # In words: some viewers take a lone plus or minus for the beginning of a list.
    return f'{link.start} {_ARROWS[link.sign]}|"{SIGN_WORDS[link.sign.value]}{either}"| {link.end}'


def _coded(text: str) -> str:
    """Text that Mermaid shows as it is: no mark of its own, and nothing it would take for HTML."""
    return "".join(f"#{ord(char)};" if char in '"#&<>`\\;' else char for char in text)


def _decoded(text: str) -> str:
    def char(found: re.Match[str]) -> str:
        said = found[1]
        return _NAMED.get(said) or (chr(int(said)) if said.isdigit() and 31 < int(said) < 0x110000 else found[0])

    return _ENTITY.sub(char, text)


def parse(text: str, name: str) -> tuple[dict[str, Any] | None, list[str]]:
    """The tables that a flowchart holds, and the lines that cannot be read.

    A link's label gives its sign, where it begins with +, -, 0 or ?, or with more, less or no effect; the sign of others is not
    known. Looks are passed over.

    Args:
        text: The flowchart.
        name: The model's title.
    """
    reader = _Reader()
    body = [(at, line.strip()) for at, line in enumerate(text.split("\n"), 1)]
    body = [(at, line) for at, line in body if line and not line.startswith(("%%", "---", "```"))]
    if not body or not _HEAD.match(body[0][1]):
        return None, ["it does not begin with 'flowchart LR', as a Mermaid flowchart does"]
    for at, line in body[1:]:
        reader.line(at, line.removesuffix(";").rstrip())
    tables = {"title": f"Logic model {name}", "node": list(reader.nodes.values()), "link": reader.links}
    return tables, reader.wrong


class _Reader:
    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, Any]] = {}
        self.links: list[dict[str, Any]] = []
        self.wrong: list[str] = []
        self._kinds: list[str] = []

    def line(self, at: int, line: str) -> None:
        if line == "end":
            if self._kinds:
                self._kinds.pop()
            else:
                self.wrong.append(f"line {at}: 'end' ends nothing")
        elif opened := _SUBGRAPH.match(line):
            self._kinds.append(_kind_of(opened["id"] or "", opened["title"] or ""))
        elif not _PASSED.match(line):
            self._statement(at, line)

    def _statement(self, at: int, line: str) -> None:
        """Nodes, and links between them, perhaps several in a chain: `a & b --> c --> d`."""
        before: list[str] = []
        said, place = "", 0
        while True:
            ends, place = self._ends(line, place)
            if not ends:
                self.wrong.append(f"line {at}: cannot be read from '{line[place : place + 40]}' on")
                return
            self.links += [{"from": start, "to": end, **_said(said)} for start in before for end in ends]
            if place == len(line):
                return
            link = _LINK_AT.match(line, place)
            if link is None:
                self.wrong.append(f"line {at}: cannot be read from '{line[place : place + 40]}' on")
                return
            said = next((part for part in link.groups() if part is not None), "")
            before, place = ends, link.end()

    def _ends(self, line: str, place: int) -> tuple[list[str], int]:
        ends: list[str] = []
        while True:
            found = _NODE_AT.match(line, place)
            if found is None:
                return [], place
            ends.append(found["id"])
            self._note(found)
            place = found.end()
            if not line.startswith("&", place):
                return ends, place
            place += 1 + len(line[place + 1 :]) - len(line[place + 1 :].lstrip())

    def _note(self, found: re.Match[str]) -> None:
        node = self.nodes.setdefault(found["id"], {"id": found["id"], "label": found["id"]})
        label = found["quoted"][1:-1] if found["quoted"] is not None else (found["bare"] or "")
        if found["shape"] and label.strip():
            node["label"] = _decoded(label.strip())
        if self._kinds and self._kinds[-1]:
            node.setdefault("kind", self._kinds[-1])


def _kind_of(key: str, title: str) -> str:
    said = [key.lower().removeprefix("_"), title.strip().lower()]
    return next((kind.value for kind in Kind if kind.value and {kind.value, kind.plural.lower()} & set(said)), "")


def _said(label: str) -> dict[str, str]:
    """What a link's label says: its sign first, as a mark or a word, and the findings it is one of."""
    words = label.strip('" \t').replace("\u2212", "-")
    either = _EITHER.search(words)
    named = next((sign for word, sign in SIGNS.items() if words.lower().startswith(word)), "?")
    sign = words[:1] if words[:1] in {"+", "-", "0", "?"} else named
    return {"sign": sign} | ({"alternative": _decoded(either[1])} if either else {})
