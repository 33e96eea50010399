"""Whose best few a matching finds: what the command line and the Python interface ask with, light enough for both to load."""

from enum import StrEnum


class Best(StrEnum):
    """Whose best few are found: vacancies for each person, or people for each vacancy."""

    VACANCIES = "vacancies"
    PEOPLE = "people"
