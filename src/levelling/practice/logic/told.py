"""A model told as it stands: its links and nodes as records, what to mind, and which models there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.practice.logic.change import Change
from levelling.practice.logic.check import Problem, warnings
from levelling.practice.logic.matrix import Matrix
from levelling.practice.logic.model import Link, Model, Node
from levelling.practice.logic.monitor import Monitor
from levelling.practice.logic.words import lag_words, size_words


@dataclass(frozen=True, slots=True)
class Logic:
    """A model, and whatever was asked of it.

    Attributes:
        model: The model.
        warnings: What to look at before resting on it.
        change: What follows from a change; `None` where none was put in.
        matrix: Actions by outcomes; `None` where not asked for.
        monitor: How indicators stand to their trajectories in a place; `None` where no place was named.
    """

    model: Model
    warnings: tuple[Problem, ...]
    change: Change | None = None
    matrix: Matrix | None = None
    monitor: Monitor | None = None

    def records(self) -> list[dict[str, Any]]:
        """What was asked, one record each; the links, nodes and warnings where nothing was. `record` tells which."""
        asked = [part for part in (self.change, self.matrix, self.monitor) if part is not None]
        top = {"model": self.model.name, "title": self.model.title}
        found = [record for part in asked for record in part.records()] if asked else self._whole()
        return [{**record, **top} for record in found]

    def _whole(self) -> list[dict[str, Any]]:
        by_id = self.model.by_id
        links = [_link(link, by_id) for link in self.model.links]
        nodes = [_node(node) for node in self.model.nodes]
        return [*links, *nodes, *({"record": "warning", "where": one.where, "what": one.what} for one in self.warnings)]


def logic(model: Model, change: Change | None = None, matrix: Matrix | None = None, monitor: Monitor | None = None) -> Logic:
    """A model with its warnings, and whatever was asked of it."""
    return Logic(model, tuple(warnings(model)), change, matrix, monitor)


def _link(link: Link, by_id: Mapping[str, Node]) -> dict[str, Any]:
    size = link.size
    return {
        "record": "link",
        "from": link.start,
        "from_label": by_id[link.start].label,
        "to": link.end,
        "to_label": by_id[link.end].label,
        "sign": link.sign.value,
        "direction": link.sign.words,
        "size": size_words(size) or None,
        "value": size.value if size else None,
        "low": size.low if size else None,
        "high": size.high if size else None,
        "unit": size.unit if size else None,
        "per": (size.per or None) if size else None,
        "each": size.each if size and size.per else None,
        "lag": lag_words(link.lag) or None,
        "lag_first": link.lag.first if link.lag else None,
        "lag_last": link.lag.last if link.lag else None,
        "grade": link.basis.grade or None,
        "source": link.basis.source or None,
        "address": link.basis.address or None,
        "date": link.basis.date or None,
        "applies_to": link.basis.applies_to or None,
        "owner": link.owner or None,
        "cites": link.cites or None,
        "alternative": link.alternative or None,
        "supposed": link.supposed,
        "note": link.note or None,
    }


def _node(node: Node) -> dict[str, Any]:
    last = node.targets[-1] if node.targets else None
    return {
        "record": "node",
        "id": node.id,
        "label": node.label,
        "kind": node.kind.value or None,
        "owner": node.owner or None,
        "unit": node.unit or None,
        "better": node.better or None,
        "indicator": node.indicator or None,
        "category": node.category or None,
        "baseline_period": node.baseline.iso if node.baseline else None,
        "target": last.value if last else None,
        "target_period": last.period.iso if last else None,
        "note": node.note or None,
    }


@dataclass(frozen=True, slots=True)
class Shelf:
    """The models that come with the package.

    Attributes:
        models: By name.
    """

    models: Mapping[str, Model]

    def records(self) -> list[dict[str, Any]]:
        """One record a model."""
        return [
            {
                "record": "model",
                "model": name,
                "title": model.title,
                "nodes": len(model.nodes),
                "links": len(model.links),
                "partners": len({node.owner for node in model.nodes if node.owner}),
                "about": model.about,
            }
            for name, model in self.models.items()
        ]
