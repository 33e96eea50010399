"""The words of the program: areas, periods, indicators, estimates, comparisons and errors. No input or output here."""
