"""What came before, what may come, and who would stand where: precedents, base rates, balance, forecasts, attention."""

from casus.outlook.attention import attention
from casus.outlook.balancing import balance, support_before, support_told
from casus.outlook.baserates import came_to_help, rate, read_rates, registered, share_of, unregistered, withdrawals
from casus.outlook.capabilities import CapabilityTable, read_capabilities
from casus.outlook.counting import (
    Conflict,
    count_readings,
    count_reports,
    parse_conflict,
    read_counts,
    read_readings,
)
from casus.outlook.drafting import drafts
from casus.outlook.features import features, features_of, words_of
from casus.outlook.ledger import Ledger, mark, read_ledger, written
from casus.outlook.likelihood import band_of, bands, likelihood, mixed_sentences
from casus.outlook.likeness import compare, nearest
from casus.outlook.looking import look
from casus.outlook.precedents import known_features, load_precedents, precedents, read_precedent
from casus.outlook.recalling import recalled
from casus.outlook.scoring import brier, counts_expected, log_score, skill
from casus.outlook.track import EVERYBODY, track

__all__ = [
    "EVERYBODY",
    "CapabilityTable",
    "Conflict",
    "Ledger",
    "attention",
    "balance",
    "band_of",
    "bands",
    "brier",
    "came_to_help",
    "compare",
    "count_readings",
    "count_reports",
    "counts_expected",
    "drafts",
    "features",
    "features_of",
    "known_features",
    "likelihood",
    "load_precedents",
    "log_score",
    "look",
    "mark",
    "mixed_sentences",
    "nearest",
    "parse_conflict",
    "precedents",
    "rate",
    "read_capabilities",
    "read_counts",
    "read_ledger",
    "read_precedent",
    "read_rates",
    "read_readings",
    "recalled",
    "registered",
    "share_of",
    "skill",
    "support_before",
    "support_told",
    "track",
    "unregistered",
    "withdrawals",
    "words_of",
    "written",
]
