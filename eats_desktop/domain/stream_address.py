"""Which addresses may be given for a channel's live picture."""

from __future__ import annotations

from urllib.parse import urlsplit

from eats_desktop.domain.errors import InputError

_LONGEST = 500
_LOOPBACK = "127.0.0.1"


def stream_address(text: str) -> str:
    """Return a typed address of an HLS playlist, trimmed; raise InputError saying what is wrong.

    https only; http to 127.0.0.1 for a relay or a recorder on the same machine.
    """
    address = text.strip()
    if not address or len(address) > _LONGEST or any(c.isspace() for c in address):
        raise InputError("영상 주소를 한 줄로, 빈칸 없이 적어 주세요.")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as exc:
        raise InputError("영상 주소의 꼴이 맞지 않아요.") from exc
    if parts.username is not None or parts.password is not None:
        raise InputError("영상 주소에 아이디나 비밀번호를 넣을 수 없어요.")
    if not host or not may_stream(address):
        raise InputError("영상 주소는 https로 시작해야 해요.")
    if not parts.path.lower().endswith(".m3u8"):
        raise InputError("영상 주소는 .m3u8로 끝나야 해요.")
    return address


def may_stream(address: str, *, nearby: bool = True) -> bool:
    """Tell whether an address may be asked: https, or where `nearby` http to this machine."""
    parts = urlsplit(address)
    if parts.scheme == "https":
        return bool(parts.hostname)
    return nearby and parts.scheme == "http" and is_nearby(address)


def is_nearby(address: str) -> bool:
    """Tell whether an address is of this machine."""
    return urlsplit(address).hostname == _LOOPBACK
