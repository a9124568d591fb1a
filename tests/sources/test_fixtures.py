"""Every source reads its fixtures as expected; a source without enough of them is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eats_desktop.domain.listing import Severity
from tests.helpers.source_cases import CHANNELS, FIXTURES, SOURCES, cases, read

ALL = [case for source in SOURCES for case in cases(source)]
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
NUMBER = re.compile(r"(?<!\d)\d{7,10}(?!\d)")
SITE_CODES = {"30002002", "60000059"}
"""How sites call their own pages; documented, of no product."""
NEEDED = {"normal", "midnight", "empty", "drift", "error"}
NATIVES = [name for name, source in SOURCES.items() if source.info.rank == 10]
LOSE_THE_CLOCK_ON_AIR = {"hnsmall", "hmall", "shinsegae", "wshopping", "shoppingnt"}
"""Sellers whose pages may show what is on air without its times (sources document, part 3)."""

NEEDED_OF_A_MALL = {"normal", "last_page", "empty", "drift", "error"}


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.source}-{case.name}")
def test_a_page_is_read_as_expected(case):
    assert read(case) == case.said["expects"]


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_has_cases_of_every_kind(source):
    kinds = {case.kind for case in cases(source)}
    needed = NEEDED if SOURCES[source].info.channel_ids else NEEDED_OF_A_MALL
    if source in NATIVES:
        needed = needed | {"no_price"}
    if source in LOSE_THE_CLOCK_ON_AIR:
        needed = needed | {"on_air"}
    assert len(cases(source)) >= 3
    assert needed <= kinds, f"{source} lacks {needed - kinds}"


def test_the_sellers_that_lose_their_clock_are_sellers():
    assert set(NATIVES) >= LOSE_THE_CLOCK_ON_AIR


@pytest.mark.parametrize(
    "case", [c for c in ALL if c.kind == "no_price"], ids=lambda c: f"{c.source}-{c.name}"
)
def test_what_has_no_price_says_why_and_gets_none(case):
    products = [line for line in case.said["expects"]["slots"] if re.match(r"  (main|side) ", line)]
    asked = [line.split(" | ")[1] for line in products]
    kinds = {price.split()[0] for price in asked if price.endswith(" None/None")}
    assert {"consult", "unknown"} <= kinds, f"only {sorted(kinds)}"
    assert "priced" not in kinds


@pytest.mark.parametrize(
    "case", [c for c in ALL if c.kind == "on_air"], ids=lambda c: f"{c.source}-{c.name}"
)
def test_what_is_on_air_never_starts_at_the_moment_of_asking(case):
    """Unless the one before it ends just then."""
    now = case.context.now.strftime("%m-%d %H:%M")
    clocks = [line.split(" | ")[0] for line in case.said["expects"]["slots"] if line[0] != " "]
    ends = [line.split(" – ")[1] for line in clocks]
    started = [line for line in clocks if f" {now} – " in line]
    assert not started or any(end.startswith(now) for end in ends)


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.source}-{case.name}")
def test_a_case_says_what_it_is_about_and_when_it_was_asked(case):
    assert len(case.said["about"]) > 5
    assert case.context.now.tzinfo is not None
    assert all((case.folder / page).is_file() for page in case.said["pages"])


def test_no_fixture_is_left_over():
    used = {case.folder / page for case in ALL for page in case.said["pages"]}
    used |= {case.folder / f"{case.name}.expected.json" for case in ALL}
    assert {path for path in FIXTURES.rglob("*") if path.is_file()} == used


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_says_who_it_is(name):
    info = SOURCES[name].info
    assert re.fullmatch(r"[a-z_]+", info.name)
    assert info.name == name
    assert info.version >= 1
    assert re.search("[가-힣A-Za-z]", info.title)
    assert re.fullmatch(r"https://[a-z.-]+", info.base_url)
    assert set(info.channel_ids) <= set(CHANNELS.ids())
    assert 1 <= info.horizon_days <= 14
    assert info.min_interval_s >= 1.5
    assert info.rank in (10, 50, 60, 90)


@pytest.mark.parametrize("name", SOURCES)
def test_the_tasks_of_a_source_have_keys_of_their_own(name):
    day = cases(name)[0].context.now.date()
    tasks = SOURCES[name].tasks([day])
    assert tasks
    assert len({task.key for task in tasks}) == len(tasks)
    assert {task.source for task in tasks} == {name}


def test_all_17_channels_are_heard_of_from_some_source():
    assert len(CHANNELS.ids()) == 17
    assert {c for source in SOURCES.values() for c in source.info.channel_ids} == set(
        CHANNELS.ids()
    )


def test_every_channel_but_gsmyshop_has_a_seller_of_its_own():
    own = {c for s in SOURCES.values() if s.info.rank == 10 for c in s.info.channel_ids}
    assert set(CHANNELS.ids()) - own == {"gsmyshop"}


@pytest.mark.parametrize(
    "case", [c for c in ALL if c.kind in ("drift", "error")], ids=lambda c: f"{c.source}-{c.name}"
)
def test_a_page_that_is_not_what_was_asked_never_passes_as_healthy(case):
    said = read(case)
    failed = [line for line in said.get("found", ()) if line.endswith(Severity.FAIL.value)]
    assert failed or "error" in said


@pytest.mark.real_data
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here")
def test_no_product_of_a_fixture_was_copied_from_a_sample():
    collected = "".join(
        path.read_bytes().decode(errors="replace") for path in SAMPLES.iterdir() if path.is_file()
    )
    lines = [line for case in ALL for line in case.said["expects"].get("slots", ())]
    lines += [line for case in ALL for line in case.said["expects"].get("products", ())]
    ids = {found for line in lines for found in re.findall(r"\w+:(\d{7,10})", line)}
    assert ids
    assert not [number for number in ids if number in collected]


@pytest.mark.real_data
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here")
def test_no_number_of_a_collected_product_stands_anywhere_in_the_project():
    root = Path(__file__).parents[2]
    pages = [path for path in SAMPLES.iterdir() if path.suffix in (".html", ".json", ".xml")]
    collected = "".join(path.read_bytes().decode(errors="replace") for path in pages)
    numbers = {n for n in NUMBER.findall(collected) if not n.startswith("20")} - SITE_CODES
    assert len(numbers) > 50
    ours = (root / folder for folder in ("tests", "eats_desktop", "resources", "docs"))
    texts = (p for f in ours for p in f.rglob("*") if p.suffix in (".py", ".toml", ".md", ".json"))
    found = {p.name: numbers & set(NUMBER.findall(p.read_text("utf-8"))) for p in texts}
    assert {name: some for name, some in found.items() if some} == {}
