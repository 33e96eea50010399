"""One file a section of the plan, found by being there: an `ORDER`, and a `section` made from a `View`."""
