"""Write the JSON Schemas of casus's forms into ``src/casus/data/schemas``."""

from __future__ import annotations

import json
from pathlib import Path

from casus.records.schemas import FORMS, schema_of

FOLDER = Path(__file__).resolve().parent.parent / "src" / "casus" / "data" / "schemas"


def main() -> None:
    """Write one file a form."""
    for form in FORMS:
        text = json.dumps(schema_of(form), indent=1, ensure_ascii=False, sort_keys=True)
        (FOLDER / f"{form}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
