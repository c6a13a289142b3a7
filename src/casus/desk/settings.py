"""Django's settings for the desk, all from the environment (``casus.desk.configuration``)."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from casus.desk.configuration import configuration, refusals, secret_of

CASUS = configuration()
if unsafe := refusals(CASUS):
    raise ImproperlyConfigured("this desk does not start: " + "; ".join(p.line() for p in unsafe))

DEBUG = False
SECRET_KEY = secret_of(CASUS)
ALLOWED_HOSTS = [*CASUS.hosts, "testserver"] if not CASUS.public else list(CASUS.hosts)
CSRF_TRUSTED_ORIGINS = [CASUS.url]
ROOT_URLCONF = "casus.desk.urls"
WSGI_APPLICATION = "casus.desk.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ja", "日本語")]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "casus.desk.pages",  # before allauth, whose templates it stands in for
    "allauth",
    "allauth.account",
    "casus.desk.store",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "casus.desk.pages.trouble.TroubleMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "casus.desk.pages.policy.ContentPolicyMiddleware",
    "casus.desk.api.problems.ProblemMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "casus.desk.pages.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "casus.desk.limiting.LimitMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "casus.desk.pages.context.desk",
            ],
        },
    }
]

DATABASES = {"default": dj_database_url.parse(CASUS.database_url, conn_max_age=60, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",  # a reader never turns writer in mid-transaction, so nobody deadlocks
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;",
    }

CACHES = {
    "default": {  # what all processes count together: attempts to sign in, what tokens write
        "BACKEND": "casus.desk.limiting.SharedCounts",
        "LOCATION": "casus_desk_counts",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
    "process": {  # what is counted at every reading, so that a reader never writes to the database
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
}
CASUS_READS_PER_MINUTE = CASUS.reads_per_minute
CASUS_WRITES_PER_MINUTE = 120

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "casus.desk.pages.accounts.ClosedAccounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True  # the token stands in the pages
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if CASUS.public:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # a desk speaks for its host, not for those under it

_mail = urlsplit(CASUS.mail_url)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail.hostname else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _mail.hostname or "", _mail.port or 587
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
EMAIL_USE_TLS = _mail.scheme == "smtp"
DEFAULT_FROM_EMAIL = CASUS.mail_from
