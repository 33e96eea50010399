"""`python -m levelling`."""

from levelling.cli import main

main()
