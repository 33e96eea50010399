"""Who could do which work nearby, and what training closes the distance.

The rooms, in the order in which a caseload passes through them:

- `occupations`: occupations and skills as ESCO names them, what they pay, what they ask for, and how a title finds them.
- `person`, `vacancy`: what is known about each, frozen; `reading`: how files become them, every fault listed.
- `travel`: where things are and what a person can reach.
- `matching`: limits that are never broken, then fit, then the quality of the job; `explaining`: why, and what was near.
- `sharing`: who is recommended what, so that not all are sent to the same vacancy.
- `pathways`, `demand`, `creation`: the work a person could move to, what a place's employers ask for, where new jobs would
  do most good.
- `made`: caseloads and vacancies made up by chance after the real margins of an area, for tests and demonstrations.

Nothing here writes a file, and nothing about a person is kept once a caller is done with it.
"""
