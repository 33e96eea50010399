"""Files become people and vacancies: every fault is listed, and nothing is lost in silence."""

from levelling.jobs.reading.known import Known
from levelling.jobs.reading.people import read_people
from levelling.jobs.reading.places import Places
from levelling.jobs.reading.result import Fault, Read
from levelling.jobs.reading.vacancies import read_vacancies

__all__ = ["Fault", "Known", "Places", "Read", "read_people", "read_vacancies"]
