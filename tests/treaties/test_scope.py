"""Scope is geometry and status: the same attack at different places and days, and whom it calls up."""

from __future__ import annotations

from datetime import date

import pytest
from tests.treaties.attacks import INVASION, attack, owed

from casus.records import CasePlace

PLACES = {
    "Adana": (37.0, 35.3, "Turkey"),
    "Akrotiri": (34.58, 32.98, ""),
    "Athens": (37.98, 23.73, "Greece"),
    "Auckland": (-36.85, 174.76, "New Zealand"),
    "Bermuda": (32.3, -64.8, ""),
    "Canary Islands": (28.1, -15.4, ""),
    "Dublin": (53.35, -6.26, "Ireland"),
    "French Guiana": (4.9, -52.3, ""),
    "Gibraltar": (36.14, -5.35, ""),
    "Gotland": (57.5, 18.5, "Sweden"),
    "Guam": (13.45, 144.78, ""),
    "Helsinki": (60.17, 24.94, "Finland"),
    "Hawaii": (21.3, -157.86, ""),
    "Kunashir": (44.0, 145.8, ""),
    "Dokdo": (37.24, 131.87, ""),
    "New Caledonia": (-22.27, 166.45, ""),
    "Nuuk": (64.18, -51.7, "Greenland"),
    "Okinawa": (26.3, 127.8, ""),
    "Oran": (35.7, -0.63, "Algeria"),
    "Portsmouth": (50.8, -1.1, "United Kingdom"),
    "Puerto Rico": (18.4, -66.1, ""),
    "Réunion": (-21.1, 55.5, ""),
    "Senkaku Islands": (25.74, 123.47, ""),
    "Stanley": (-51.69, -57.86, "Falkland Islands"),
    "Surkhandarya": (38.2, 67.9, "Uzbekistan"),
}

ROWS = """
1951-10-22 SUN GRC Athens           nat-1949 art-5              USA no
1952-02-17 SUN TUR Adana            nat-1949 art-5              USA no
1952-02-18 SUN GRC Athens           nat-1949 art-5              USA yes
1952-02-18 SUN TUR Adana            nat-1949 art-5              USA yes
1962-06-15 MAR FRA Oran             nat-1949 art-5              DEU yes
1962-08-15 MAR FRA Oran             nat-1949 art-5              DEU no
1975-05-01 ESP GBR Gibraltar        nat-1949 art-5              FRA yes
1982-04-02 ARG GBR Stanley          nat-1949 art-5              FRA no
1990-05-01 SUN GBR Bermuda          nat-1949 art-5              FRA yes
1990-05-01 SUN USA Hawaii           nat-1949 art-5              FRA no
1990-05-01 SUN USA Hawaii           anzus-1951 art-iv           AUS yes
1990-05-01 SUN USA Hawaii           us-japan-1960 art-v-japan   JPN no
1990-05-01 CUB USA Puerto-Rico      rio-1947 art-3              MEX yes
1990-05-01 SUN NZL Auckland         anzus-1951 art-iv           AUS yes
2000-08-05 AFG UZB Surkhandarya     cst-1992 art-4              RUS no
2010-08-05 AFG UZB Surkhandarya     cst-1992 art-4              RUS yes
2013-08-05 AFG UZB Surkhandarya     cst-1992 art-4              RUS no
2021-05-05 RUS GBR Portsmouth       teu-2007 art-42-7           FRA no
2021-05-05 RUS GBR Portsmouth       nat-1949 art-5              FRA yes
2023-04-03 RUS FIN Helsinki         nat-1949 art-5              USA no
2023-04-04 RUS FIN Helsinki         nat-1949 art-5              USA yes
2024-03-06 RUS SWE Gotland          nat-1949 art-5              USA no
2024-03-07 RUS SWE Gotland          nat-1949 art-5              USA yes
2024-05-01 RUS IRL Dublin           teu-2007 art-42-7           FRA yes
2024-05-01 RUS IRL Dublin           nat-1949 art-5              USA no
2024-05-01 MAR ESP Canary-Islands   nat-1949 art-5              FRA yes
2024-05-01 IRN FRA Réunion          nat-1949 art-5              DEU no
2024-05-01 IRN FRA Réunion          teu-2007 art-42-7           DEU yes
2024-05-01 VEN FRA French-Guiana    nat-1949 art-5              DEU no
2024-05-01 VEN FRA French-Guiana    teu-2007 art-42-7           DEU yes
2024-05-01 CHN FRA New-Caledonia    nat-1949 art-5              DEU no
2024-05-01 CHN USA Guam             nat-1949 art-5              FRA no
2024-05-01 CHN USA Guam             anzus-1951 art-iv           AUS yes
2024-05-01 CHN USA Guam             us-phl-1951 art-iv          PHL yes
2024-05-01 CHN JPN Senkaku-Islands  us-japan-1960 art-v-japan   USA yes
2024-05-01 KOR JPN Dokdo            us-japan-1960 art-v-japan   USA no
2024-05-01 RUS JPN Kunashir         us-japan-1960 art-v-japan   USA no
1975-05-01 CHN JPN Okinawa          us-japan-1960 art-v-japan   USA yes
1965-05-01 CHN USA Okinawa          us-japan-1960 art-v-japan   JPN no
2025-05-01 RUS DNK Nuuk             nat-1949 art-5              USA yes
""".strip().splitlines()
"""Day, attacker, victim, place, instrument, provision, obliged, answer; nothing listed counts as no."""


@pytest.mark.parametrize("row", ROWS)
def test_the_same_attack_at_another_place_or_day(row: str) -> None:
    """An invasion calls up who is bound that day, where the text reaches."""
    on, by, upon, name, treaty, provision, obliged, expected = row.split()
    place = name.replace("-", " ")
    lat, lon, country = PLACES[place]
    ground = CasePlace(name=f"{place}, {country}" if country else place, lat=lat, lon=lon)
    found = attack(date.fromisoformat(on), by, upon, ground, INVASION)
    answer = owed(found, treaty, provision, obliged, upon)
    assert ("no" if answer is None else answer.value) == expected
