"""Compile the airports and airfields of the world from the PyPI package airportsdata, with names and points.

Usage: ``python -m scripts.build_airports AIRPORTSDATA CLDR_CORE`` (folders of the unpacked packages). Kept are those
with an IATA code and, outside the United States, those with an ICAO code of four letters: not private strips.
"""

from __future__ import annotations

import csv
import gzip
import sys
from pathlib import Path

from scripts.build_settlements import OUT, alpha3_codes


def main(airportsdata: Path, cldr_core: Path) -> None:
    """Write ``airports.tsv.gz``: ICAO code, IATA code, state, latitude, longitude, elevation in metres, name, town."""
    codes = alpha3_codes(cldr_core)
    with (airportsdata / "airports.csv").open(encoding="utf-8", newline="") as file:
        lines = sorted(_line(row, codes) for row in csv.DictReader(file) if _kept(row, codes))
    with (OUT / "airports.tsv.gz").open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode("utf-8"))


def _kept(row: dict[str, str], codes: dict[str, str]) -> bool:
    of_its_own = row["country"] != "US" and len(row["icao"]) == 4 and row["icao"].isalpha()
    return row["country"] in codes and bool(row["name"]) and (bool(row["iata"]) or of_its_own)


def _line(row: dict[str, str], codes: dict[str, str]) -> str:
    high = f"{float(row['elevation']) * 0.3048:.0f}" if row["elevation"] else ""
    at = (f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}", high)
    town = row["city"].partition(",")[0].strip()
    cells = (row["icao"], row["iata"], codes[row["country"]], *at, row["name"].strip(), town)
    return "\t".join(" ".join(cell.split()) for cell in cells)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
