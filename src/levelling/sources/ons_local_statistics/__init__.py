"""ONS Explore Local Statistics: 89 indicators of some twenty publishers, for the areas of the UK, back to 1993.

The figures come from 61 files with one layout. What each file is, and which publication it came from, is declared in
`datasets.toml`; `tidy` turns them into estimates. Of the service's 108 indicators, 19 are not here, because their files
are not among those this project was given: population, gross domestic product per head, house prices and child weight.
"""

from levelling.sources.contract import Source
from levelling.sources.ons_local_statistics.declared import declared
from levelling.sources.ons_local_statistics.tidy import tidy

SOURCE = Source(
    name="ons-local-statistics",
    releases=declared().releases,
    files=tuple(file.path for _, file in declared().files),
    tidy=tidy,
    cadence="Each indicator as its publisher brings it out, mostly once a year.",
    geography="Local authorities, counties, combined authorities, regions, nations and the UK; for some, ITL or police areas.",
)
