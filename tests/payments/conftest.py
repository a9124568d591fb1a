from __future__ import annotations

import pytest

from eats_desktop.app.bench.paying.homes import Homes


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Data directories copied from one that was made once."""
    return Homes(tmp_path_factory.mktemp("homes"))
