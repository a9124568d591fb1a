"""Every source reads its fixtures as expected; a source without enough of them is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eats_desktop.domain.listing import Severity
from tests.helpers.source_cases import CHANNELS, FIXTURES, SOURCES, cases, read

ALL = [case for source in SOURCES for case in cases(source)]
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
NEEDED = {"normal", "midnight", "empty", "drift", "error"}
NEEDED_OF_A_MALL = {"normal", "last_page", "empty", "drift", "error"}


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.source}-{case.name}")
def test_a_page_is_read_as_expected(case):
    assert read(case) == case.said["expects"]


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_has_cases_of_every_kind(source):
    kinds = {case.kind for case in cases(source)}
    needed = NEEDED if SOURCES[source].info.channel_ids else NEEDED_OF_A_MALL
    assert len(cases(source)) >= 3
    assert needed <= kinds, f"{source} lacks {needed - kinds}"


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
    assert re.fullmatch(r"https://[a-z.]+", info.base_url)
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
