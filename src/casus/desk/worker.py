"""The worker: takes jobs until told to stop, and looks now and then for feeds that are due."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.db import DatabaseError, close_old_connections

from casus.desk.knowledge import state
from casus.desk.polling import queue_due
from casus.desk.queue import Handler, free_of_the_dead, perform, take
from casus.desk.starting import queue_rework
from casus.desk.tasks import HANDLERS

IDLE_S = 1.0
LOOKS_EVERY = timedelta(seconds=30)


def name_of_worker() -> str:
    """Name this process: host and number."""
    return f"{socket.gethostname()}:{os.getpid()}:{threading.get_ident()}"


def is_alive(process: int) -> bool:
    """Is there a process of this number on this host?"""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def run_worker(
    stop: threading.Event,
    *,
    clock: Callable[[], datetime],
    handlers: Mapping[str, Handler] = HANDLERS,
    told: Callable[[str], None] = lambda _: None,
    idle_s: float = IDLE_S,
    between: Callable[[], None] = close_old_connections,
) -> int:
    """Do jobs until ``stop`` is set; give the number done. ``told`` hears of each, and of a database in trouble.

    ``between`` runs before each look for work: it drops connections that have grown old. A database that is locked or
    away for a while does not end the worker: what it had taken is taken up again when the lease runs out. When the
    state of the data files is another than when it last looked, what was made with others is queued to be worked out.
    """
    done, made_with, looked = 0, "", datetime.min.replace(tzinfo=clock().tzinfo)
    name = name_of_worker()
    free_of_the_dead(socket.gethostname(), is_alive)
    while not stop.is_set():
        try:
            between()
            if clock() - looked >= LOOKS_EVERY:
                looked = clock()
                queue_due(at=looked)
                if made_with != state():
                    queue_rework(at=looked)
                    made_with = state()
            job = take(name, at=clock())
            if job is None:
                stop.wait(idle_s)
                continue
            well = perform(job, handlers, clock=clock)
        except DatabaseError as trouble:
            told(f"the database: {trouble}")
            stop.wait(idle_s)
            continue
        done += 1
        told(f"{job.kind} {job.key}: {'done' if well else job.says}")
    return done
