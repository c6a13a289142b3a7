"""Pages of long lists, counted no further than is worth it: a search that finds half of everything answers at once."""

from __future__ import annotations

from functools import cached_property

from django.core.paginator import Paginator

MOST = 1000


class CappedPaginator(Paginator):  # type: ignore[type-arg]
    """Counts up to a thousand rows and offers the pages of those."""

    @cached_property
    def count(self) -> int:
        """Give the number of rows, a thousand where there are more; what is paged is always a queryset."""
        return len(self.object_list.values_list("pk", flat=True)[:MOST])  # type: ignore[attr-defined]

    @property
    def more(self) -> bool:
        """Are there, or may there be, more than were counted?"""
        return self.count >= MOST
