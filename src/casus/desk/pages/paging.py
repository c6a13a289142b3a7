"""Pages of long lists, counted no further than is worth it: a search that finds half of everything answers at once."""

from __future__ import annotations

from typing import Generic, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet

MOST = 1000
M = TypeVar("M", bound=Model)


class CappedPaginator(Paginator, Generic[M]):  # type: ignore[type-arg]
    """Finds up to a thousand rows, once, and offers the pages of those; ``shown`` is what is read of a row."""

    def __init__(self, found: QuerySet[M], shown: QuerySet[M], per_page: int) -> None:
        super().__init__(list(found.values_list("pk", flat=True)[:MOST]), per_page)
        self.shown = shown

    def page(self, number: int | str) -> Page[M]:
        """Give a page with its rows, in the order in which they were found."""
        page: Page[M] = super().page(number)
        rows = self.shown.in_bulk(page.object_list)
        page.object_list = [rows[key] for key in page.object_list if key in rows]
        return page

    @property
    def more(self) -> bool:
        """Are there, or may there be, more than were counted?"""
        return self.count >= MOST
