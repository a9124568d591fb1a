"""Addresses a shopper may type: pages of the open network only."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from eats_desktop.domain.errors import InputError

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_address(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def site_and_path(address: str) -> tuple[str, str]:
    """Return the base address and the rest; InputError when it is no plain web address."""
    try:
        parts = urlsplit(address)
        has_port = parts.port is None or parts.port > 0
    except ValueError as exc:
        raise InputError(f"읽을 수 없는 주소예요: {address}") from exc
    if not (is_address(address) and parts.hostname and has_port) or "@" in parts.netloc:
        raise InputError(f"읽을 수 없는 주소예요: {address}")
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme.lower()}://{parts.netloc}", f"{parts.path or '/'}{query}"


def require_public(site: str) -> None:
    """InputError when a site is in a private network: nothing there is anybody's recipe."""
    parts = urlsplit(site)
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return  # a proxy may know the name; without one there is no connection either
    if not all(_is_public(ipaddress.ip_address(str(one[4][0]).split("%")[0])) for one in found):
        raise InputError(f"내부 네트워크의 주소는 열지 않아요: {host}")


def _is_public(address: Ip) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return bool(inner.is_global and address.is_global and not address.is_multicast)
