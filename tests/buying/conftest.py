from __future__ import annotations

import pytest

from eats_desktop.classify.product_reader import ProductReader
from eats_desktop.paths import resources


@pytest.fixture(scope="session")
def reader():
    return ProductReader.load(resources())


@pytest.fixture(scope="session")
def lexicon(reader):
    return reader.words.lexicon
