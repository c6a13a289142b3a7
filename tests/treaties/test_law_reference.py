"""The page of the whole law is that of the files."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from casus.treaties import load_law, load_practice

ROOT = Path(__file__).parent.parent.parent


def builder() -> ModuleType:
    """Load the script that writes the page."""
    spec = importlib.util.spec_from_file_location("build_law_reference", ROOT / "scripts" / "build_law_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current() -> None:
    """After a change of the law files run ``python scripts/build_law_reference.py``."""
    law, _ = load_law()
    made = builder().page(law, load_practice(law)[0])
    assert (ROOT / "docs" / "law-reference.md").read_text("utf-8") == made, "run python scripts/build_law_reference.py"


def test_every_instrument_term_and_fact_is_on_it() -> None:
    """Nothing of the law is left out."""
    law, _ = load_law()
    page = (ROOT / "docs" / "law-reference.md").read_text("utf-8")
    assert all(f"### {t.id}\n" in page for t in law.treaties)
    assert all(f"- **{name}**" in page for name in law.terms)
    assert all(f"| `{name}` |" in page for name in law.facts)
