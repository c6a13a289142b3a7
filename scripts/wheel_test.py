"""Build the wheel, install it into an empty environment away from the source tree, and run the main job there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "examples" / "sevlake-wire.ja.txt"


def run(*words: str | Path, cwd: Path) -> str:
    """Run a command and give what it printed; stop with its output where it fails."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "CASUS"))}
    done = subprocess.run(  # noqa: S603
        [str(w) for w in words], cwd=cwd, env=clean, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"failed: {' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return done.stdout


def main() -> None:
    """Build, install, look into the wheel, and run."""
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", away, ROOT, cwd=away)
        (wheel,) = away.glob("casus-*.whl")
        venv.create(away / "env", with_pip=True)
        scripts = away / "env" / ("Scripts" if os.name == "nt" else "bin")
        pip = (scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        run(*pip, "-c", ROOT / "constraints.txt", f"{wheel}[ja]", cwd=away)
        where = run(scripts / "python", "-c", "import casus; print(casus.__file__)", cwd=away)
        if str(away.resolve()) not in str(Path(where.strip()).resolve()):
            sys.exit(f"the wheel's casus was not the one imported: {where}")
        licences = (ROOT / "DATA_LICENSES.md").read_text(encoding="utf-8")
        listing = run(sys.executable, "-m", "zipfile", "-l", wheel, cwd=away)
        data = {line.split()[0] for line in listing.splitlines() if line.startswith("casus/data/")}
        folders = {"/".join(name.split("/")[2:3]) for name in data}
        missing = sorted(f for f in folders if f"`{f}" not in licences)
        if not data or missing:
            sys.exit(f"data without a licence in DATA_LICENSES.md: {missing or 'no data in the wheel'}")
        brief = run(scripts / "casus", "brief", REPORT, "--published", "2021-05-15", cwd=away)
        if "Sev Lake" not in brief:
            sys.exit(f"the wheel's brief does not name the place:\n{brief}")
        size_kib = wheel.stat().st_size // 1024
        print(f"{wheel.name}: {size_kib} KiB, {len(data)} data files; its brief has {len(brief)} characters")


if __name__ == "__main__":
    main()
