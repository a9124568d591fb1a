"""No page, however broken, ends a parse in anything but a result or a named failure."""

from __future__ import annotations

import json
import random
from copy import deepcopy
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eats_desktop.domain.errors import SourceError
from eats_desktop.domain.listing import CrawlResult
from eats_desktop.sources.base import Page
from tests.helpers.source_cases import SOURCES, cases

JSON_SOURCES = (
    *("hmall", "nsmall", "lotteimall", "cjonstyle", "kshop", "gongyoung"),
    *("btv_guide", "uplus_guide"),
)
JSON_CASES = [
    case
    for source in JSON_SOURCES
    for case in cases(source)
    if case.kind in ("normal", "midnight", "on_air")
]
HTML_CASES = [
    case
    for source in ("hnsmall", "kok", "gsshop", "shinsegae", "skstoa", "wshopping", "shoppingnt")
    for case in cases(source)
    if case.name in ("normal", "lineups")
]
ODD = [None, True, 0, -1, 1.5, 10**30, "", "²", "9" * 30, "20269999", "24:60", [], [None], {}, "a"]


def crawl(case, bodies):
    """Feed the bodies in turn, the last one for good, as long as the source asks."""
    steps = SOURCES[case.source].crawl(case.context)
    try:
        next(steps)
        for turn in range(200):
            body = bodies[min(turn, len(bodies) - 1)]
            steps.send(Page("https://site.example/", 200, body, "", case.context.now))
    except StopIteration as done:
        return done.value
    raise AssertionError("asks for ever")


def places(node):
    """Every (container, key) below a JSON value."""
    if isinstance(node, dict):
        pairs = list(node.items())
    elif isinstance(node, list):
        pairs = list(enumerate(node))
    else:
        return
    for key, value in pairs:
        yield node, key
        yield from places(value)


@pytest.mark.parametrize("case", JSON_CASES, ids=lambda case: f"{case.source}-{case.name}")
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32), changes=st.integers(1, 4), odd=st.sampled_from(ODD))
def test_json_with_anything_anywhere_is_read_or_refused(case, seed, changes, odd):
    rng = random.Random(seed)
    bodies = [(case.folder / name).read_bytes() for name in case.said["pages"]]
    chosen = rng.randrange(len(bodies))
    try:
        document = json.loads(bodies[chosen])
    except ValueError:
        return
    for _ in range(changes):
        found = list(places(document))
        if found:
            container, key = rng.choice(found)
            container[key] = deepcopy(odd if rng.random() < 0.5 else rng.choice(ODD))
    bodies[chosen] = json.dumps(document).encode()
    assert_read_or_refused(case, bodies)


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize("case", JSON_CASES[:1], ids=lambda case: case.source)
def test_any_json_at_all_is_read_or_refused(case, odd):
    for source in JSON_SOURCES:
        other = next(c for c in JSON_CASES if c.source == source)
        assert_read_or_refused(other, [json.dumps(odd).encode()])


@pytest.mark.parametrize("case", HTML_CASES, ids=lambda case: case.source)
@settings(max_examples=25, deadline=None)
@given(cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(1, 300)), max_size=4), junk=st.text())
def test_html_with_holes_and_junk_is_read_or_refused(case, cuts, junk):
    text = (case.folder / case.said["pages"][0]).read_text("utf-8")
    for share, length in cuts:
        start = int(share * len(text))
        text = text[:start] + junk + text[start + length :]
    assert_read_or_refused(case, [text.encode(errors="replace")])


@pytest.mark.parametrize("source", SOURCES)
@given(body=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(source, body):
    assert_read_or_refused(cases(source)[0], [body])


def assert_read_or_refused(case, bodies):
    try:
        result = crawl(case, bodies)
    except SourceError:
        return
    assert isinstance(result, CrawlResult)
    for slot in result.slots:
        assert slot.starts_at is None or slot.ends_at is None or slot.starts_at < slot.ends_at
        assert all(p.product_id.isdecimal() and p.name for p in slot.products)
        assert replace(slot) == slot
