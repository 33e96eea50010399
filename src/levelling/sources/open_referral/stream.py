"""JSON read bit by bit: the entries of a page one after another, so that a file of any size needs little memory.

A text may hold a page (an object with a list of `contents`), a bare list, a single service, an organisation with its
services, or several of these one after another.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

LARGEST = 1_000_000
"""Characters that one entry may take."""
LISTS = ("contents", "content", "services", "items", "results", "data")
"""What the list of entries on a page is called; the first is the standard's."""

_BLANK = " \t\r\n"
_DECODER = json.JSONDecoder(parse_constant=lambda _: None)  # NaN and Infinity are no JSON: taken for nothing


class Broken(ValueError):
    """The text is not JSON from some point on, or an entry is too large; says so in a sentence."""


class Entries:
    """The entries in a text.

    Args:
        chunks: The text, in pieces.

    Attributes:
        head: What the page says beside its list, such as its number and the number of pages; filled as it is read.
        count: How many entries were given so far.

    Example:
        >>> page = Entries(['{"total_pages": 2, "contents": [{"id": "a"}, {"i', 'd": "b"}], "page_number": 1}'])
        >>> [entry["id"] for entry in page], page.head
        (['a', 'b'], {'total_pages': 2, 'page_number': 1})
    """

    def __init__(self, chunks: Iterable[str]) -> None:
        self.head: dict[str, Any] = {}
        self.count = 0
        self._chunks = iter(chunks)
        self._text = ""
        self._at = 0

    def __iter__(self) -> Iterator[Any]:
        """Give the entries.

        Raises:
            Broken: The rest cannot be read; what was given before is good.
        """
        while self._peek():
            for entry in self._document():
                self.count += 1
                yield entry
            if self._peek() == ",":
                raise Broken("there is a comma where the text should end")

    # -- the grammar

    def _document(self) -> Iterator[Any]:
        first = self._peek()
        if first == "[":
            yield from self._list()
        elif first == "{":
            yield from self._object()
        else:
            raise Broken("it does not begin as a list or an object does")

    def _list(self) -> Iterator[Any]:
        self._at += 1
        if self._peek() == "]":
            self._at += 1
            return
        while True:
            yield self._value()
            mark = self._peek()
            self._at += 1
            if mark == "]":
                return
            if mark != ",":
                raise Broken("the list of entries breaks off" if not mark else "two entries are not parted by a comma")

    def _object(self) -> Iterator[Any]:
        fields: dict[str, Any] = {}
        listed = False
        self._at += 1
        if self._peek() == "}":
            self._at += 1
            return
        while True:
            key = self._value()
            if not isinstance(key, str) or self._peek() != ":":
                raise Broken("a field has no name")
            self._at += 1
            if key in LISTS and self._peek() == "[":
                listed = True
                for entry in self._list():
                    yield _of_organisation(entry, fields) if key == "services" else entry
            else:
                fields[key] = self._value()
            mark = self._peek()
            self._at += 1
            if mark == "}":
                break
            if mark != ",":
                raise Broken("the page breaks off" if not mark else "two fields are not parted by a comma")
        if listed:
            self.head = {name: value for name, value in fields.items() if isinstance(value, str | int | float | bool)}
        else:
            yield fields

    # -- reading on

    def _peek(self) -> str:
        """The next character that is not blank; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANK:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _value(self) -> Any:
        self._peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise Broken("it is nested too deeply to be a service") from error
            except ValueError as error:
                if len(self._text) - self._at > LARGEST:
                    raise Broken(f"an entry is longer than {LARGEST:,} characters, or never ends") from error
                if not self._more():
                    raise Broken(f"it is not JSON: {_why(error)}") from error
                continue
            # A number at the very end of a piece may go on in the next.
            if end == len(self._text) and self._more():
                continue
            if end - self._at > LARGEST:
                raise Broken(f"an entry is longer than {LARGEST:,} characters")
            self._at = end
            return value

    def _more(self) -> bool:
        piece = next(self._chunks, None)
        if piece is None:
            return False
        self._text = self._text[self._at :] + piece
        self._at = 0
        return True


def _of_organisation(entry: Any, fields: Mapping[str, Any]) -> Any:
    """A service listed within its organisation, with the organisation put where a service has it."""
    if isinstance(entry, dict) and "organization" not in entry and isinstance(fields.get("id"), str) and fields.get("name"):
        return {**entry, "organization": {"id": fields["id"], "name": fields["name"]}}
    return entry


def _why(error: ValueError) -> str:
    said = error.msg if isinstance(error, json.JSONDecodeError) else "a number is too long"
    return f"{said[:1].lower()}{said[1:]}".removesuffix(" at").removesuffix(" starting")
