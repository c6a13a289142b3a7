"""The intake room: bytes in, a report with its exact text out."""

from casus.intake.credits import image_credit
from casus.intake.markup import Served, kind_of
from casus.intake.markup_receiving import receive_all
from casus.intake.receive import receive

__all__ = ["Served", "image_credit", "kind_of", "receive", "receive_all"]
