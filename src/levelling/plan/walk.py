"""Walking the document: every number, in the order it is read."""

from collections.abc import Iterator

from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Group,
    Highlights,
    Measure,
    Number,
    Paragraph,
    Table,
    Text,
    Topics,
)


def numbers(document: Document) -> Iterator[Number]:
    """Every number of the document, in the order they are read."""
    yield from _in_text(document.kind)
    yield from _in_text(document.summary)
    for section in document.sections:
        for block in section.blocks:
            yield from _in_block(block)


def _in_text(*texts: Text) -> Iterator[Number]:
    for text in texts:
        for part in text:
            if isinstance(part, Number):
                yield part


def _in_block(block: Block) -> Iterator[Number]:
    match block:
        case Figure():
            yield from _in_text(block.sentence, *block.notes)
            yield from _in_block(block.table)
        case Topics():
            for measure in (*block.people, *block.place):
                yield from _in_measure(measure)
        case Group():
            for inner in block.blocks:
                yield from _in_block(inner)
        case _:
            yield from _in_text(*_texts(block))


def _texts(block: Block) -> Iterator[Text]:
    """The texts of a block that holds no other blocks."""
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Table():
            yield from (cell for row in block.rows for cell in row)
        case Facts():
            yield from (item.text for item in block.items)
        case Highlights():
            for item in block.items:
                yield item.heading
                yield item.sentence


def _in_measure(measure: Measure) -> Iterator[Number]:
    yield from _in_text((measure.number,), measure.when, *(held.figure for held in measure.held))
    yield from _in_block(measure.figure)
    yield from _in_text(*measure.cautions)
