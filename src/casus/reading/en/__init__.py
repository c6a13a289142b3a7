"""The English language pack: words, clauses and dates of English reports."""
