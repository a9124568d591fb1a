from __future__ import annotations

import pytest

from tests.helpers.storage_builders import opened


@pytest.fixture
def databases(tmp_path):
    with opened(tmp_path / "data") as found:
        yield found
