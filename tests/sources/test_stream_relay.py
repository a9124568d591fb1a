"""What the decoder gets from the relay in place of a broadcaster, and what it never gets."""

from __future__ import annotations

import re
from contextlib import closing
from urllib.parse import urljoin

import pytest
import requests

from eats_desktop.domain.errors import InputError
from eats_desktop.domain.stream_address import stream_address
from eats_desktop.sources.stream_relay import StreamRelay, Trouble
from tests.helpers.streams import LivePicture


@pytest.fixture
def picture():
    with LivePicture([b"\x47first", b"\x47second", b"\x47third"]) as running:
        yield running


@pytest.fixture
def relay():
    with closing(StreamRelay()) as running:
        yield running


def got(address):
    return requests.get(address, timeout=5)


def targets(playlist, base):
    return [urljoin(base, line) for line in playlist.splitlines() if line and line[0] != "#"]


def test_a_picture_is_read_through_the_relay_alone(relay, picture):
    entry = relay.open(picture.url)
    playlist = got(entry)
    assert playlist.headers["Content-Type"] == "application/vnd.apple.mpegurl"
    parts = targets(playlist.text, entry)
    assert all(part.startswith(entry.rpartition("/")[0]) and part.endswith(".ts") for part in parts)
    assert [got(part).content for part in parts] == [b"\x47first", b"\x47second", b"\x47third"]
    assert targets(got(entry).text, entry) == parts, "a segment keeps its name"
    assert (relay.trouble(), picture.agents) == (None, {next(iter(picture.agents))})
    assert next(iter(picture.agents)).startswith("EatsDesktop/")


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (404, "", Trouble.ABSENT),
        (410, "", Trouble.ABSENT),
        (403, "", Trouble.REFUSED),
        (503, "", Trouble.UNREACHABLE),
        (200, "<html>점검 중</html>", Trouble.NO_PLAYLIST),
    ],
)
def test_the_reason_of_a_failure_is_kept(relay, picture, status, body, trouble):
    picture.status, picture.playlist = status, body
    assert got(relay.open(picture.url)).status_code in (404, 502)
    assert relay.trouble() is trouble
    picture.status, picture.playlist = 200, None
    assert got(relay.open(picture.url)).ok
    assert relay.trouble() is None


def test_nobody_answering_may_pass(relay):
    with LivePicture([]) as gone:
        address = gone.url
    assert got(relay.open(address)).status_code == 502
    assert relay.trouble() is Trouble.UNREACHABLE


def test_a_certificate_that_does_not_hold_is_no_picture(relay, picture):
    assert got(relay.open(picture.url.replace("http:", "https:"))).status_code == 502
    assert (relay.trouble(), picture.asked) == (Trouble.UNTRUSTED, [])


def test_only_what_the_playlist_names_can_be_asked_and_only_while_it_is_open(relay, picture):
    entry = relay.open(picture.url)
    part = targets(got(entry).text, entry)[0]
    assert got(re.sub(r"/\d+\.ts", "/99.ts", part)).status_code == 404
    assert got(part.replace(entry.split("/")[3], "guessed")).status_code == 404
    relay.open(picture.url)
    assert got(part).status_code == 404


@pytest.mark.parametrize(
    "target",
    ["file:///etc/hostname", "http://192.168.0.1/a.ts", "http://127.0.0.2/a.ts", "tcp://a/b.ts"],
)
def test_a_playlist_leads_to_no_other_place(relay, picture, target):
    picture.playlist = f'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="{target}"\n#EXTINF:1,\n{target}\n'
    entry = relay.open(picture.url)
    text = got(entry).text
    assert target not in text
    assert targets(text, entry) == [urljoin(entry, "/refused")]
    assert got(urljoin(entry, "/refused")).status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        "", "tv.example/live.m3u8", "http://tv.example/live.m3u8", "https://tv.example/live.mp4",
        "https://me:secret@tv.example/live.m3u8", "https://tv.example/a b.m3u8", "https:///a.m3u8",
        "file:///live.m3u8", "https://tv.example:99999/live.m3u8", "javascript:alert(1).m3u8",
        "https://[tv.example/live.m3u8", "http://localhost/live.m3u8",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_picture_is_refused_in_words(typed):
    with pytest.raises(InputError) as caught:
        stream_address(typed)
    assert caught.value.detail.startswith("영상 주소")


def test_an_address_is_taken_as_it_is():
    plain = "https://tv.example/live/main.m3u8?key=1"
    assert stream_address(f"  {plain} ") == plain
    assert stream_address("http://127.0.0.1:8080/a.M3U8") == "http://127.0.0.1:8080/a.M3U8"
