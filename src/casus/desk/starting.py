"""Starting the desk: settings checked, tables brought up to date, an admin and the worked example at hand."""

from __future__ import annotations

import os
import secrets
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

from casus.desk.configuration import Configuration, refusals
from casus.errors import CasusError, needs

EXAMPLES = (("sevlake-wire.ja.txt", date(2021, 5, 15)), ("sevlake-baku.en.txt", date(2021, 5, 16)))
ADMIN = "admin"


def set_up(config: Configuration) -> None:
    """Load Django with the desk's settings. Raises CasusError where they are unsafe in public."""
    problems = refusals(config)
    if problems:
        raise CasusError("this desk does not start: " + "; ".join(p.line() for p in problems))
    config.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casus.desk.settings")
    with needs("desk", "running the desk"):
        import django

    django.setup()


def bring_up_to_date() -> None:
    """Make the tables, or change them to what this version needs."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def first_admin() -> str | None:
    """Make an admin where there is none; give the password once, None where there was one."""
    from django.contrib.auth.models import User

    if User.objects.filter(is_superuser=True).exists():
        return None
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(ADMIN, password=password)
    return password


def queue_rework(*, at: datetime) -> bool:
    """Queue the working out of what was made with other data files than those at hand; tell whether there is any."""
    from casus.desk.queue import enqueue
    from casus.desk.tasks import stale

    if not stale().exists():
        return False
    enqueue("rework", {}, key="rework", at=at)
    return True


def example(name: str) -> bytes:
    """Give one of the worked examples: out of the wheel, or beside the sources."""
    packed = Path(str(files("casus"))) / "data" / "examples" / name
    return (packed if packed.exists() else Path(__file__).parents[3] / "examples" / name).read_bytes()


def load_example(*, at: datetime) -> int:
    """Take in the worked example where the desk is still empty; give the number of its reports."""
    from casus.desk.receiving import keep
    from casus.desk.store.models import StoredReport
    from casus.intake import receive

    if StoredReport.objects.exists():
        return 0
    for name, published in EXAMPLES:
        data = example(name)
        report, _ = receive(data, name=name, published=published)
        if report is not None:
            keep(data, [report], by="casus", at=at)
    return len(EXAMPLES)
