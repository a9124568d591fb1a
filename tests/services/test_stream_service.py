"""Addresses of live pictures: kept in the shop's own table, used only where they are wanted."""

from __future__ import annotations

import tomllib

import pytest

from eats_desktop.domain.errors import InputError, NotFoundError
from eats_desktop.paths import resources
from eats_desktop.services.settings import PlaybackSettings
from eats_desktop.services.stream_service import StreamService
from eats_desktop.sources.channels import load_channels

SHIPPED = resources() / "channels.toml"
ADDRESS = "https://tv.example/live.m3u8"


class Shop:
    def __init__(self, folder):
        self.file = folder / "channels.toml"
        self.settings = PlaybackSettings(live=True)
        self.told = 0
        self.start()

    def start(self):
        table = load_channels(SHIPPED, self.file)
        self.streams = StreamService(table, self.file, lambda: self.settings, self._tell)

    def _tell(self):
        self.told += 1


@pytest.fixture
def shop(tmp_path):
    return Shop(tmp_path)


def test_none_is_shipped_and_pictures_are_off():
    assert not PlaybackSettings().live
    assert {s.address for s in StreamService(
        load_channels(SHIPPED), SHIPPED, PlaybackSettings, lambda: None
    ).streams()} == {None}  # fmt: skip


def test_a_typed_address_outlives_the_program_beside_what_the_shop_wrote(shop):
    shop.file.write_text(
        '# ours\n[[channel]]\nchannel_id = "hmall"\norder_phone = "080-1"  # front desk\n',
        encoding="utf-8",
    )
    shop.start()
    assert shop.streams.set_address("hmall", f" {ADDRESS} ") == ADDRESS
    assert shop.streams.set_address("nsmall", ADDRESS) == ADDRESS
    assert shop.told == 2
    text = shop.file.read_text("utf-8")
    assert text.startswith("# ours\n")
    assert "# front desk" in text
    shop.start()
    assert shop.streams.address("hmall") == shop.streams.address("nsmall") == ADDRESS
    assert shop.streams.address("gsshop") is None
    shop.settings = PlaybackSettings(live=False)
    assert shop.streams.address("hmall") is None


def test_an_emptied_address_is_gone_after_a_restart_as_well(shop):
    shop.streams.set_address("hmall", ADDRESS)
    shop.streams.set_address("hmall", "  ")
    assert shop.streams.address("hmall") is None
    shop.start()
    assert shop.streams.address("hmall") is None


@pytest.mark.parametrize(("channel", "typed", "error"), [
    ("hmall", "http://tv.example/live.m3u8", InputError),
    ("none", ADDRESS, NotFoundError),
])  # fmt: skip
def test_what_cannot_be_kept_changes_nothing(shop, channel, typed, error):
    with pytest.raises(error):
        shop.streams.set_address(channel, typed)
    assert (shop.file.exists(), shop.told) == (False, 0)


def test_a_table_that_is_no_table_is_left_as_it_is(shop):
    shop.file.write_text("[[channel", encoding="utf-8")
    with pytest.raises(InputError):
        shop.streams.set_address("hmall", ADDRESS)
    assert shop.file.read_text("utf-8") == "[[channel"


def test_a_wrong_address_in_the_table_names_its_channel(shop):
    shop.file.write_text(
        '[[channel]]\nchannel_id = "hmall"\nstream_url = "http://a.example/x.m3u8"\n', "utf-8"
    )
    with pytest.raises(InputError, match="hmall: stream_url"):
        load_channels(SHIPPED, shop.file)
    kept = tomllib.loads(shop.file.read_text("utf-8"))
    assert kept["channel"][0]["stream_url"].startswith("http:")
