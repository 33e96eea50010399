"""What the nations' indices of deprivation have in common, on neighbourhoods small enough to count by hand."""

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.deprivation import Index, extent, mean, neighbourhoods, share_out, tenths, with_people

INDEX = Index("wales", 2019, "welsh-deprivation-2019", {"Income": "income"})


@pytest.fixture
def ranked() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "code": ["W1", "W2", "W3", "W4"],
            "lad": ["W06000001", "W06000001", "W06000001", "W06000002"],
            "people": [100, 200, 700, 500],
            "IMD_decile": [1, 2, 9, 10],
            "Income_decile": [5, 1, 1, 10],
        }
    )


def test_shares_count_people_and_neighbourhoods_apart(ranked: pl.DataFrame) -> None:
    shares = share_out(INDEX, ranked).filter(pl.col("area_code") == "W06000001")
    found = {(row["indicator"], row["category"]): row["value"] for row in shares.iter_rows(named=True)}
    assert found == {
        ("people-in-most-deprived-tenth-2019-wales", ""): 10.0,
        ("people-in-most-deprived-tenth-2019-wales", "income"): 90.0,
        ("people-in-most-deprived-fifth-2019-wales", ""): 30.0,
        ("neighbourhoods-in-most-deprived-tenth-2019-wales", ""): 33.33,
        ("neighbourhoods-in-most-deprived-tenth-2019-wales", "income"): 66.67,
    }


def test_neighbourhoods_averaged_over_people_give_the_share(ranked: pl.DataFrame) -> None:
    small = neighbourhoods(INDEX, ranked, tenths()).rename({"area_code": "code"}).join(ranked, on="code")
    fifth = small.filter((pl.col("indicator") == "people-in-most-deprived-fifth-2019-wales") & (pl.col("lad") == "W06000001"))
    assert fifth.select(mean(pl.col("value"))).item() == 30.0


def test_a_mean_leaves_out_neighbourhoods_without_a_value() -> None:
    frame = pl.DataFrame({"people": [100, 900], "score": [10.0, None]})
    assert frame.select(mean(pl.col("score"))).item() == 10.0


def test_extent_falls_from_one_to_nothing_over_three_tenths() -> None:
    frame = pl.DataFrame({"rank": range(1, 101)}).with_columns(((pl.col("rank") - 1) // 10 + 1).alias("decile"))
    weights = frame.select(extent("rank", frame["decile"]).alias("weight"))["weight"].to_list()
    assert weights[:10] == [1.0] * 10
    assert weights[10] == pytest.approx(0.95)
    assert weights[29] == pytest.approx(0.05)
    assert weights[30:] == [0.0] * 70
    assert weights == sorted(weights, reverse=True)


def test_a_neighbourhood_in_no_authority_is_refused() -> None:
    people = pl.DataFrame({"code": ["W1"], "lad": ["W06000001"], "people": [100]})
    with pytest.raises(SourceChanged, match=r"ranks\.parquet has 1 neighbourhood.*such as W2"):
        with_people("ranks.parquet", pl.DataFrame({"code": ["W1", "W2"], "IMD_decile": [1, 2]}), people)


@pytest.mark.parametrize(("codes", "deciles"), [(["W1"], [11]), (["W1", "W1"], [1, 1])], ids=["tenth 11", "twice"])
def test_a_tenth_that_cannot_be_or_a_repeated_neighbourhood_is_refused(codes: list[str], deciles: list[int]) -> None:
    people = pl.DataFrame({"code": ["W1"], "lad": ["W06000001"], "people": [100]})
    with pytest.raises(SourceChanged, match="stand twice or have a tenth"):
        with_people("ranks.parquet", pl.DataFrame({"code": codes, "IMD_decile": deciles}), people)
