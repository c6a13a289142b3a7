"""The intake room: bytes in, a report with its exact text out."""

from casus.intake.credits import image_credit
from casus.intake.receive import receive

__all__ = ["image_credit", "receive"]
