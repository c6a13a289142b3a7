"""Fetch the browser code the desk serves itself, from pinned npm packages, checked against the digests kept here.

Run with npm at hand: ``python scripts/vendor_browser_code.py``; the files are committed, so that nobody else needs npm.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "src" / "casus" / "desk" / "pages" / "static" / "vendor"
PACKAGES: dict[str, dict[str, str]] = {
    "htmx.org@2.0.8": {"package/dist/htmx.min.js": "htmx.min.js", "package/LICENSE": "htmx.LICENSE"},
    "maplibre-gl@5.9.0": {
        "package/dist/maplibre-gl-csp.js": "maplibre-gl-csp.js",
        "package/dist/maplibre-gl-csp-worker.js": "maplibre-gl-csp-worker.js",
        "package/dist/maplibre-gl.css": "maplibre-gl.css",
        "package/LICENSE.txt": "maplibre-gl.LICENSE",
    },
}
DIGESTS = FOLDER / "SHA256SUMS"


def main() -> int:
    """Fetch, unpack, check; write the digests where there are none yet."""
    lines = DIGESTS.read_text().splitlines() if DIGESTS.exists() else []
    known = {name: pinned for pinned, name in (line.split("  ") for line in lines)}
    got: dict[str, bytes] = {}
    for package, files in PACKAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            command = ["npm", "pack", "--silent", "--pack-destination", folder, package]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
            (archive,) = Path(folder).glob("*.tgz")
            with tarfile.open(archive) as tar:
                for member, name in files.items():
                    file = tar.extractfile(member)
                    got[name] = file.read() if file else b""
    wrong = [n for n, data in got.items() if known.get(n, digest(data)) != digest(data)]
    if wrong:
        print(f"not as pinned: {', '.join(wrong)}", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in got.items():
        (FOLDER / name).write_bytes(data)
    DIGESTS.write_text("".join(f"{digest(data)}  {name}\n" for name, data in sorted(got.items())))
    return 0


def digest(data: bytes) -> str:
    """Give the SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
