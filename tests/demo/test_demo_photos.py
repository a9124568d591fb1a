"""The demonstration's photos: our own pictures at the addresses the real sites would give."""

from __future__ import annotations

import pytest

from eats_desktop.demo.catalogue import load_catalogue
from eats_desktop.demo.photos import DemoPhotos
from eats_desktop.demo.plan import product_number
from eats_desktop.demo.web import Request
from eats_desktop.paths import resources

PHOTOS = DemoPhotos.shipped(load_catalogue())
FOLDER = resources() / "demo" / "photos"
GALCHI = product_number("hmall", 101)


def ask(source, path):
    return PHOTOS.respond(Request(source, path, {}))


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("hmall", f"/static/1/2/33/44/onair{GALCHI}.jpg"),
        ("hmall", f"/static/1/2/33/44/{GALCHI}_0.png"),
        ("hnsmall", f"/images/goods/123/{product_number('hnsmall', 101)}_wide.jpg"),
        ("nsmall", f"/new/{product_number('nsmall', 101)}_X6.jpg"),
        ("kok", "/product/normal/admin/1430287demo_base_1.jpg"),
    ],
)
def test_the_photo_of_a_product_shows_its_kind(source, path):
    response = ask(source, path)
    assert (response.status, response.headers["Content-Type"]) == (200, "image/webp")
    assert response.body in {path.read_bytes() for path in FOLDER.glob("fish-*.webp")}


def test_a_product_that_nobody_sells_has_no_photo():
    assert ask("hmall", "/static/1/2/33/44/onair1234567890.jpg").status == 404


def test_other_addresses_are_no_photos():
    assert ask("hmall", "/md/api/cache") is None
    assert ask("btv_guide", "/new/1_X6.jpg") is None


def test_every_kind_has_a_photo_and_all_together_are_small():
    kinds = {path.stem for path in (resources() / "pictures").glob("*.svg")} - {"unknown"}
    photos = list(FOLDER.glob("*.webp"))
    assert {path.stem.rpartition("-")[0] for path in photos} == kinds
    assert sum(path.stat().st_size for path in photos) < 1_500_000
