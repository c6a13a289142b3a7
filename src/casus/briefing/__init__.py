"""The briefing room."""
