"""What a product page says: which pictures are one, and when it is asked for again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from eats_desktop.domain.clock import KST
from eats_desktop.domain.product_detail import (
    MOST_IMAGES,
    ProductDetail,
    ProductFact,
    after_failure,
    after_success,
    gallery,
    said,
)
from eats_desktop.domain.schedule import PriceKind, ProductKey

NOW = datetime(2026, 11, 25, 20, tzinfo=KST)
SITE = "https://image.example"
PAGE = ProductDetail(
    ProductKey("kok", "1400001"),
    NOW,
    (f"{SITE}/a.jpg",),
    (ProductFact("원산지", "국산"),),
    "무료배송",
    0,
    PriceKind.PRICED,
    19900,
    17900,
    4.5,
    12,
    "들녘식품",
)


def test_one_photo_in_several_sizes_is_shown_once_and_the_listings_own_comes_first():
    detail = replace(
        PAGE,
        image_urls=(
            f"{SITE}/6000/60000780_wide.jpg",
            f"{SITE}/6000/60000781_p.jpg",
            f"{SITE}/b.jpg",
        ),
    )
    listed = f"{SITE}/6000/60000780_p.jpg"
    assert gallery(listed, detail) == (listed, f"{SITE}/6000/60000781_p.jpg", f"{SITE}/b.jpg")


def test_a_gallery_without_listing_or_page_is_what_is_left():
    assert gallery(None, None) == ()
    assert gallery(None, PAGE) == PAGE.image_urls
    assert gallery(f"{SITE}/c.jpg", None) == (f"{SITE}/c.jpg",)
    many = replace(PAGE, image_urls=tuple(f"{SITE}/{no}.jpg" for no in range(30)))
    assert len(gallery(f"{SITE}/c.jpg", many)) == MOST_IMAGES


def test_what_stays_the_same_is_left_alone_for_a_week():
    again = replace(PAGE, fetched_at=NOW + timedelta(days=7))
    assert after_success(PAGE, None).due_at == NOW + timedelta(days=7)
    assert after_success(again, PAGE).due_at == again.fetched_at + timedelta(days=7)


def test_more_reviews_are_no_news():
    grown = replace(PAGE, rating=4.6, review_count=40)
    assert said(grown) == said(PAGE)
    assert after_success(grown, PAGE).due_at == NOW + timedelta(days=7)


@pytest.mark.parametrize(
    "change",
    [
        {"sale_price_krw": 15900},
        {"list_price_krw": None},
        {"delivery": "3,000원"},
        {"facts": ()},
        {"image_urls": ()},
        {"seller": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_page_that_changed_is_looked_at_sooner(change):
    assert after_success(replace(PAGE, **change), PAGE).due_at == NOW + timedelta(days=2)


def test_a_product_that_ended_is_asked_for_after_a_month():
    ended = ProductDetail(PAGE.key, NOW, is_ended=True)
    assert after_success(ended, PAGE).due_at == NOW + timedelta(days=30)


def test_failures_wait_longer_each_time_up_to_a_week():
    hours = []
    for before in range(8):
        attempt = after_failure(NOW, before)
        assert attempt.failures == before + 1
        hours.append((attempt.due_at - NOW) / timedelta(hours=1))
    assert hours == [6, 12, 24, 48, 96, 168, 168, 168]
