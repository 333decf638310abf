from typing import Any, Callable, Dict, Generic, Iterator, List, Optional, TypeVar

Item = TypeVar("Item")


class Page(Generic[Item]):
    """One page of a list: ``data``, and ``next_cursor``, which is None on the last page."""

    def __init__(self, answer: Dict[str, Any]) -> None:
        self.data: List[Item] = answer["data"]
        self.next_cursor: Optional[str] = answer.get("next_cursor")


class Pages(Generic[Item]):
    """A list of any length: iterate over its items, or over its pages. Pages are fetched when they are needed."""

    def __init__(self, fetch: Callable[[Optional[str]], Dict[str, Any]]) -> None:
        self._fetch = fetch

    def first(self) -> Page[Item]:
        """The first page alone."""
        return Page(self._fetch(None))

    def pages(self) -> Iterator[Page[Item]]:
        """Page after page."""
        page = self.first()
        yield page
        while page.next_cursor is not None:
            page = Page(self._fetch(page.next_cursor))
            yield page

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from page.data
