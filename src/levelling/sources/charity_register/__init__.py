"""Lists of charities, as registers give them out: a table with a name, a number and what each charity does."""

READS = "Tables of charities (CSV) with the columns of the registers of England and Wales, Scotland or Northern Ireland."
