"""The worker: takes jobs until told to stop, and looks now and then for feeds that are due."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import close_old_connections

from casus.desk.handlers import HANDLERS
from casus.desk.polling import queue_due
from casus.desk.queue import Handler, perform, take

IDLE_S = 1.0
LOOKS_EVERY = timedelta(seconds=30)


def name_of_worker() -> str:
    """Name this process: host and number."""
    return f"{socket.gethostname()}:{os.getpid()}:{threading.get_ident()}"


def run_worker(
    stop: threading.Event,
    *,
    clock: Callable[[], datetime],
    handlers: Mapping[str, Handler] = HANDLERS,
    told: Callable[[str], None] = lambda _: None,
) -> int:
    """Do jobs until ``stop`` is set; give the number done. ``told`` hears of each."""
    done, looked = 0, datetime.min.replace(tzinfo=clock().tzinfo)
    name = name_of_worker()
    while not stop.is_set():
        close_old_connections()
        if clock() - looked >= LOOKS_EVERY:
            looked = clock()
            queue_due(at=looked)
        job = take(name, at=clock())
        if job is None:
            stop.wait(IDLE_S)
            continue
        well = perform(job, handlers, clock=clock)
        done += 1
        told(f"{job.kind} {job.key}: {'done' if well else job.says}")
    return done
