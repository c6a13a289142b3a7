"""From reports to an assessment."""
