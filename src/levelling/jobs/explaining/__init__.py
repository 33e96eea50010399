"""Why a match is one: what fits, what is missing, what rubs, what to ask, and what lies just beyond a limit."""
