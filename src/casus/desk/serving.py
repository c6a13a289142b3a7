"""Serving the desk: the application by a production server, the worker beside it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils import timezone

from casus.desk.worker import run_worker

THREADS = 8


def serve(host: str, port: int, *, with_worker: bool, told: Callable[[str], None]) -> None:
    """Answer until interrupted; with ``with_worker`` a worker does what is queued, in a thread of this process."""
    from waitress.server import create_server

    from casus.desk.wsgi import application

    stop = threading.Event()
    server = create_server(application, host=host, port=port, threads=THREADS, ident=None, **_behind())
    worker = threading.Thread(
        target=run_worker, args=(stop,), kwargs={"clock": timezone.now, "told": told}, daemon=True
    )
    if with_worker:
        worker.start()
    try:
        server.run()
    finally:
        stop.set()
        if with_worker:
            worker.join(timeout=10)


def _behind() -> dict[str, Any]:
    """Believe the server that ends TLS on this machine what it says of callers, in public; nobody else, ever."""
    if not settings.CASUS.public:
        return {}
    return {"trusted_proxy": "127.0.0.1", "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}
