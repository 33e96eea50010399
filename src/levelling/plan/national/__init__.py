"""Views of the whole country, one file an analysis: each makes a page of its own from what a chapter found.

`levelling rank`, `levelling quadrants` and their like write them with `--out`.
"""
