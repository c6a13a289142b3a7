"""The fetch room: the only package that opens connections; pages, feeds and texts from the public internet."""

from casus.fetch.fetched import Fetched, Known
from casus.fetch.fetching import fetch
from casus.fetch.limits import Limits
from casus.fetch.receiving import fetch_reports
from casus.fetch.sending import post

__all__ = ["Fetched", "Known", "Limits", "fetch", "fetch_reports", "post"]
