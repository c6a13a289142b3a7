"""The roles a party can act in, as they stand in party ids after the country."""

from __future__ import annotations

ROLES: dict[str, str] = {
    "GOV": "government, diplomats, executive bodies",
    "MIL": "regular armed forces and their persons, vessels, aircraft and vehicles",
    "REB": "armed and not a state's regular force: rebels, militias, terrorists, mercenaries, pirates",
    "COP": "police, border guards, coast guards, customs",
    "SPY": "intelligence and state security services",
    "LEG": "parliaments and their members",
    "JUD": "courts and prosecutors",
    "CIV": "civilians, opposition without arms, protesters",
    "MED": "news media and journalists",
    "BUS": "companies and their ships",
    "REL": "religious bodies and clergy",
    "NGO": "non-governmental organisations",
}
