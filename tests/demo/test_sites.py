"""The sites over real loopback connections."""

from __future__ import annotations

import http.client
import json
import socket
import tomllib
from datetime import datetime
from urllib.parse import urlsplit

import pytest

from eats_desktop.demo.site_pages import SOURCES
from eats_desktop.demo.sites import DemoSites
from eats_desktop.domain.clock import KST

NOW = datetime(2026, 11, 24, 15, 7, tzinfo=KST)
HNSMALL = "/display/tvschedule-list?broadDay=20261124"


@pytest.fixture(scope="module")
def sites():
    with DemoSites(lambda: NOW) as running:
        yield running


def connect(url):
    return http.client.HTTPConnection(urlsplit(url).netloc, timeout=5)


def get(connection, path, headers=None):
    connection.request("GET", path, headers=headers or {})
    response = connection.getresponse()
    return response, response.read()


def test_each_source_has_a_port_of_its_own_on_loopback(sites):
    assert tuple(sites.base_urls) == SOURCES
    assert len(set(sites.base_urls.values())) == len(SOURCES)
    assert all(url.startswith("http://127.0.0.1:") for url in sites.base_urls.values())


def test_a_connection_is_kept_alive_and_revalidates(sites):
    connection = connect(sites.base_urls["hnsmall"])
    first, body = get(connection, HNSMALL)
    own_port = connection.sock.getsockname()
    again, nothing = get(connection, HNSMALL, {"If-None-Match": first.headers["ETag"]})
    assert (first.version, first.status, again.status, nothing) == (11, 200, 304, b"")
    assert connection.sock.getsockname() == own_port
    assert int(first.headers["Content-Length"]) == len(body)
    connection.close()


def test_the_query_reaches_the_page(sites):
    connection = connect(sites.base_urls["btv_guide"])
    path = "/myb/core-prod/product/btv-channel/week-frmt-list?idSvc=327&stdDt=20261124&gubun=week"
    response, body = get(connection, path)
    assert response.headers["Content-Type"] == "application/json;charset=UTF-8"
    assert json.loads(body)["result"]["chnlFrmtInfoList"]
    connection.close()


def test_the_settings_point_every_source_at_its_site(sites):
    settings = tomllib.loads(sites.settings_toml())
    assert settings["sync"]["request_interval_s"] == 0
    assert {n: s["base_url"] for n, s in settings["sources"].items()} == dict(sites.base_urls)


def test_stopping_closes_ports_and_waiting_connections():
    sites = DemoSites(lambda: NOW)
    sites.start()
    url = sites.base_urls["kok"]
    connection = connect(url)
    get(connection, "/robots.txt")
    sites.stop()
    assert connection.sock.recv(1) == b""
    connection.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), timeout=5)


def test_the_clock_decides_what_is_on_air():
    moment = [NOW]
    with DemoSites(lambda: moment[0]) as sites:
        connection = connect(sites.base_urls["hnsmall"])
        _, before = get(connection, HNSMALL)
        moment[0] = NOW.replace(hour=20)
        _, after = get(connection, HNSMALL)
        connection.close()
    assert before != after
