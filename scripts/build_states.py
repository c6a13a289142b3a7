"""Bring the names of CLDR into the table of states, and say where the two differ.

Usage: ``python scripts/build_states.py FOLDER_OF_CLDR_CORE FOLDER_OF_CLDR_LOCALENAMES_FULL [--check]`` (npm packages).
The table ``src/casus/data/vocabulary/states.tsv`` is kept by hand: the script adds names that CLDR has and a row lacks,
at the end of the row's names, and changes nothing else. With ``--check`` it writes nothing and fails where it would.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TABLE = Path(__file__).parent.parent / "src" / "casus" / "data" / "vocabulary" / "states.tsv"
LANGUAGES = ("en", "ja", "ru")
VARIANTS = ("-alt-short", "-alt-variant")


def cldr_names(localenames: Path, language: str) -> dict[str, list[str]]:
    """Read the names of territories in a language by alpha-2 code; names with a gloss in them are left out."""
    path = localenames / "main" / language / "territories.json"
    table: dict[str, str] = json.loads(path.read_text("utf-8"))["main"][language]["localeDisplayNames"]["territories"]
    found: dict[str, list[str]] = {}
    for code, name in table.items():
        alpha2, _, variant = code.partition("-")
        plain = name.replace("’", "'").replace("\u00a0", " ").replace(" & ", " and ")
        glossed = any(mark in plain for mark in ("(", "(", " - "))
        if not glossed and (not variant or f"-{variant}" in VARIANTS):
            found.setdefault(alpha2, []).append(plain)
    return found


def alpha3_codes(cldr_core: Path) -> dict[str, str]:
    """Read the alpha-3 code of each alpha-2 code."""
    path = cldr_core / "supplemental" / "codeMappings.json"
    rows = json.loads(path.read_text("utf-8"))["supplemental"]["codeMappings"]
    return {alpha2: row["_alpha3"] for alpha2, row in rows.items() if "_alpha3" in row}


def main(cldr_core: Path, localenames: Path, *, check: bool) -> int:
    """Merge the names; give the number of differences."""
    names = {language: cldr_names(localenames, language) for language in LANGUAGES}
    codes = alpha3_codes(cldr_core)
    header, *lines = TABLE.read_text("utf-8").splitlines()
    columns = header.split("\t")
    differences = 0
    for number, line in enumerate(lines):
        row = dict(zip(columns, line.split("\t"), strict=True))
        if not row["alpha2"] or row["until"]:
            continue
        if codes.get(row["alpha2"]) not in {row["alpha3"], None} and row["alpha3"] != "XKX":
            print(f"{row['alpha3']}: CLDR has {codes[row['alpha2']]} for {row['alpha2']}")
            differences += 1
        for language in LANGUAGES:
            kept = [n for n in row[language].split("|") if n]
            missing = [n for n in names[language].get(row["alpha2"], []) if n not in kept]
            if missing:
                print(f"{row['alpha3']} {language}: {', '.join(missing)}")
                differences += len(missing)
                row[language] = "|".join([*kept, *missing])
        lines[number] = "\t".join(row[c] for c in columns)
    if not check:
        TABLE.write_text("\n".join([header, *lines]) + "\n", "utf-8")
    return differences


if __name__ == "__main__":
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    only_check = "--check" in sys.argv
    found_differences = main(folders[0], folders[1], check=only_check)
    sys.exit(1 if only_check and found_differences else 0)
