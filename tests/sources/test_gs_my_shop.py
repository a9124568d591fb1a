"""GS마이샵 can be read by a change of the table alone, and never takes another channel's day."""

from __future__ import annotations

from datetime import date

import pytest

from eats_desktop.paths import resources
from eats_desktop.sources.base import CrawlContext, Page
from eats_desktop.sources.gsshop import Gsshop
from eats_desktop.sources.source_table import load_source_table
from tests.helpers.listings import at
from tests.helpers.source_cases import FIXTURES, SOURCES

DAY = date(2026, 11, 24)
OWN = '[gsshop]\nchannels = { gsshop = "LIVE", gsmyshop = "DATA" }\n'
FRAGMENT = (FIXTURES / "gsshop" / "normal.html").read_text("utf-8")


def adapter(tmp_path, own):
    table = tmp_path / "sources.toml"
    table.write_text(own, encoding="utf-8")
    return Gsshop(load_source_table(resources() / "sources.toml", table)["gsshop"])


def asked(source, channel="gsmyshop"):
    task = next(task for task in source.tasks([DAY]) if task.channel_id == channel)
    return task, source.crawl(CrawlContext(task, at(9)))


def read(source, text):
    _, steps = asked(source)
    next(steps)
    with pytest.raises(StopIteration) as done:
        steps.send(Page("https://site.example/", 200, text.encode(), "text/html", at(9)))
    return done.value.value


def test_as_shipped_the_guides_keep_it():
    assert SOURCES["gsshop"].info.channel_ids == ("gsshop",)


def test_a_table_that_names_it_has_it_asked_beside_the_other(tmp_path):
    source = adapter(tmp_path, OWN)
    assert source.info.channel_ids == ("gsshop", "gsmyshop")
    params = {
        channel: dict(next(asked(source, channel)[1]).params) for channel in source.info.channel_ids
    }
    assert params == {
        "gsshop": {"today": "20261124"},
        "gsmyshop": {"today": "20261124", "broadTypCd": "DATA"},
    }


def test_another_parameter_needs_no_build(tmp_path):
    source = adapter(
        tmp_path,
        OWN + '[gsshop.page.list_data]\nparams = { today = "{day:%Y%m%d}", gubun = "{code}" }\n',
    )
    assert next(asked(source)[1]).params == (("today", "20261124"), ("gubun", "DATA"))


def test_its_day_is_stored_under_its_own_name(tmp_path):
    result = read(adapter(tmp_path, OWN), FRAGMENT.replace('value="LIVE"', 'value="DATA"'))
    assert not result.report.failed
    assert {slot.channel_id for slot in result.slots} == {"gsmyshop"}
    assert {window.channel_id for window in result.windows} == {"gsmyshop"}


@pytest.mark.parametrize(
    "text",
    [FRAGMENT, FRAGMENT.replace('<input type="hidden" name="broadTypCd" value="LIVE">', "")],
    ids=["of the other channel", "of nobody knows which"],
)
def test_an_answer_that_is_not_its_own_is_refused(tmp_path, text):
    report = read(adapter(tmp_path, OWN), text).report
    assert report.failed
    assert report.worst().startswith("H8")
