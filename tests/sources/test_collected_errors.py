"""Error pages in the real sites' formats are recognised for what they are."""

from __future__ import annotations

from datetime import date

import pytest

from eats_desktop.domain.errors import (
    SourceBlockedError,
    SourceChangedError,
    SourceError,
    SourceUnavailableError,
)
from eats_desktop.sources.base import CrawlContext, CrawlTask, Page
from eats_desktop.sources.text import decode
from tests.helpers.listings import DAY
from tests.helpers.sample_sites import SAMPLES
from tests.helpers.source_cases import SOURCES

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the collected samples are not here"),
]
CHANNEL = {"hnsmall": "hnsmall", "hmall": "hmall", "nsmall": "nsmall", "btv_guide": "hnsmall"}
CHANNEL |= {name: name for name in ("gsshop", "shinsegae", "skstoa", "wshopping", "shoppingnt")}


def read(source, name):
    task = CrawlTask(source, "k", CHANNEL[source], date(2025, 8, 6))
    steps = SOURCES[source].crawl(CrawlContext(task, DAY))
    next(steps)
    body = (SAMPLES / name).read_bytes()
    while True:
        try:
            steps.send(Page("https://site.example/", 200, body, "", DAY))
        except StopIteration as done:
            return done.value


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("err_blocked_403.html", SourceBlockedError),
        ("err_maintenance_200.html", SourceUnavailableError),
        ("err_html_instead_of_json.html", SourceUnavailableError),
        ("err_spa_shell_200.html", SourceChangedError),
    ],
)
@pytest.mark.parametrize("source", CHANNEL)
def test_what_comes_in_place_of_a_page_is_named(source, name, error):
    with pytest.raises(error, match="H11"):
        read(source, name)


def test_an_error_in_json_and_a_cut_off_json_are_no_pages():
    with pytest.raises(SourceUnavailableError):
        read("hmall", "err_hmall_error_200.json")
    with pytest.raises(SourceError, match="H1 "):
        read("hmall", "err_truncated.json")


def test_text_declared_in_another_charset_is_read():
    assert "\ufffd" not in decode((SAMPLES / "err_cp949_declared_utf8.html").read_bytes())


@pytest.mark.parametrize(
    ("source", "name"),
    [("hnsmall", "drift_hnsmall_renamed_classes.html"), ("hmall", "drift_hmall_renamed_keys.json")],
)
def test_a_page_with_renamed_parts_fails_its_checks(source, name):
    try:
        assert read(source, name).report.failed
    except SourceChangedError as error:
        assert error.detail.startswith("H")  # noqa: PT017  either way it is refused
