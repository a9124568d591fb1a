"""Measures the parser on lines people wrote, beside the same recipes given as columns."""

from __future__ import annotations

import ast
import csv
import gzip
import re
from collections import Counter, defaultdict
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from statistics import median

import pytest

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
SIMPLE = re.compile(r"(\d+/[1-9]\d*|\d+(?:\.\d+)?)\s*([A-Za-z가-힣]*)")

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not DATA.is_dir(), reason="the shared data sets are not here"),
]


def rows(name):
    with gzip.open(DATA / "recipes" / name, "rt", encoding="utf-8", errors="replace") as file:
        yield from csv.DictReader(file)


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def pairs():
    """Return each joined line with its columns, for recipes that both files hold once."""
    columns = defaultdict(list)
    for row in rows("mangae_81510.csv.gz"):
        columns[row["글 제목"].strip(), row["레시피이름"].strip()].append(row["재료"])
    found = []
    for row in rows("TB_RECIPE_SEARCH_1300.csv.gz"):
        same = columns.get((row["RCP_TTL"].strip(), row["CKG_NM"].strip()), [])
        if len(same) == 1:
            found.append((row["CKG_MTRL_CN"], ast.literal_eval(same[0])))
    return found


def test_nearly_all_lines_are_read_as_their_columns_say(pairs, parser, kitchen):
    count = Counter()
    for text, columns in pairs:
        lines = {squeezed(line.text): line for line in parser.block(text)}
        for name, amount in columns:
            line = lines.get(squeezed(name + amount))
            if line is None:
                continue
            count["lines"] += 1
            count["foods"] += line.food is not None
            said = sorted(squeezed("".join(line.forms) + line.name))
            bare = sorted(squeezed(re.sub(r"\([^()]*\)?", "", name)))
            count["names"] += said in (bare, sorted(squeezed(name)))
            simple = SIMPLE.fullmatch(amount.strip())
            unit = kitchen.units.names.get(simple[2]) if simple else None
            if simple is None or (simple[2] and unit is None):
                continue
            count["amounts"] += 1
            read = line.quantity
            count["exact"] += read is not None and (read.low, read.high, read.unit) == (
                *[Fraction(simple[1])] * 2,
                unit,
            )
    assert count["lines"] > 7000
    assert count["names"] / count["lines"] >= 0.99
    assert count["exact"] / count["amounts"] >= 0.99
    assert count["foods"] / count["lines"] >= 0.97


def test_household_measures_come_near_the_weight_a_cook_wrote(parser, kitchen):
    errors, unknown = defaultdict(list), 0
    path = DATA / "units" / "household_and_gram_amounts.csv"
    with path.open(encoding="utf-8-sig") as file:
        items = [i for row in csv.DictReader(file) for i in row["ingredient"].split("$")]
    for item in items:
        line = parser.pair(*item.partition("@")[::2])
        if line.quantity is None or line.also is None or line.also.unit != "g":
            continue
        if line.quantity.unit in ("g", "ml"):
            continue
        grams = kitchen.grams(replace(line, also=None))
        if grams is None:
            unknown += 1
            continue
        spoon = line.quantity.unit in ("큰술", "작은술")
        errors[spoon].append(abs(float(grams / line.also.middle) - 1))
    measured = len(errors[True]) + len(errors[False])
    assert measured / (measured + unknown) >= 0.85
    assert median(errors[False]) <= 0.2
