"""Records as they are kept in a column."""

from __future__ import annotations

import zlib

import msgspec
import pytest
from tests.desk.made import NOW

from casus.desk.store.fields import pack, unpack
from casus.errors import CasusError
from casus.records import Decision

DECISION = Decision(id="d-1", does="undo", target="d-0", by="ann", at=NOW, why="測量の結果")


def test_a_record_comes_back_as_it_was() -> None:
    """What is packed is smaller than its JSON many times over, and read back whole."""
    long = msgspec.structs.replace(DECISION, why="so it was " * 5000)
    assert unpack(pack(DECISION), Decision) == DECISION
    assert unpack(pack(long), Decision) == long
    assert len(pack(long)) < 1000


def test_what_an_earlier_desk_kept_is_read() -> None:
    """Earlier records are zlib's."""
    assert unpack(zlib.compress(msgspec.json.encode(DECISION)), Decision) == DECISION


@pytest.mark.parametrize("data", [b"", b"none", pack(DECISION)[:-4], zlib.compress(b"{}"), pack(DECISION)[:4]])
def test_what_is_no_record_is_a_broken_installation(data: bytes) -> None:
    """Each gives one error that names the form."""
    with pytest.raises(CasusError, match="a stored Decision cannot be read"):
        unpack(data, Decision)
