from __future__ import annotations

import pytest

from tests.helpers.one_site import Asker, OneSite


@pytest.fixture
def site():
    with OneSite() as running:
        yield running


@pytest.fixture
def asking(tmp_path):
    """Make fetchers that are closed after the test."""
    made = []

    def ask(**options):
        made.append(Asker(tmp_path / "pages", **options))
        return made[-1]

    yield ask
    for one in made:
        one.close()


@pytest.fixture
def asker(asking):
    return asking()
