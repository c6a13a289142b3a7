"""The desk: where reports, incidents and briefs live and are published; a Django project over the analysis."""
