"""Open Referral: directories of services as the UK profile (version 3) and HSDS 3 publish them, in files or from a live feed."""

READS = "Services in the Open Referral UK profile (v3) and HSDS 3.0: JSON files, JSON lines, folders of pages, live feeds."
