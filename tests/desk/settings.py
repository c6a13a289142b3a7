"""The desk's settings for tests and for the type checker: a folder of their own, quick passwords."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("CASUS_DESK_DIR", tempfile.mkdtemp(prefix="casus-desk-"))
os.environ["CASUS_DATA"] = tempfile.mkdtemp(prefix="casus-data-")
os.environ.setdefault("CASUS_DESK_SECRET", "a-secret-for-tests-that-is-long-enough")

from casus.desk.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
