"""Russian: words, clauses, dates, parties and places."""
