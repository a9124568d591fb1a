"""A test picture in place of the broadcasters', made by ffmpeg when it is first asked for."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from eats_desktop.demo.loopback import LoopbackSites
from eats_desktop.demo.web import TEXT_TYPE, Response

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from eats_desktop.demo.web import Request

_SECONDS = 120
_PLAYLIST = "live.m3u8"
_TYPES = {".m3u8": "application/vnd.apple.mpegurl", ".ts": "video/mp2t"}
_PICTURE = (
    *("-f", "lavfi", "-i", f"testsrc2=size=320x180:rate=12:duration={_SECONDS}"),
    *("-f", "lavfi", "-i", f"sine=frequency=330:duration={_SECONDS}"),
    *("-c:v", "libx264", "-preset", "ultrafast", "-crf", "32", "-g", "24"),
    *("-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "32k"),
    *("-hls_time", "2", "-hls_list_size", "0", "-f", "hls"),
)


class DemoPicture(LoopbackSites):
    """One picture for every channel; without ffmpeg there is none, and posters stay."""

    def __init__(self) -> None:
        super().__init__(("live",), self._respond)
        self._lock = threading.Lock()
        self._ffmpeg = shutil.which("ffmpeg")

    def channels_toml(self, channel_ids: Iterable[str]) -> str:
        """Return the rows that give channels the picture; "" where none can be made."""
        if self._ffmpeg is None:
            return ""
        address = f"{self.base_urls['live']}/{_PLAYLIST}"
        rows = (f'channel_id = "{name}"\nstream_url = "{address}"\n' for name in channel_ids)
        return "".join(f"[[channel]]\n{row}" for row in rows)

    def _respond(self, request: Request) -> Response:
        name = request.path.removeprefix("/")
        with self._lock:
            body = self._files.get(name)
        if body is None:
            return Response(404, {"Content-Type": TEXT_TYPE}, b"")
        return Response(200, {"Content-Type": _TYPES[Path(name).suffix]}, body)

    @cached_property
    def _files(self) -> Mapping[str, bytes]:
        with tempfile.TemporaryDirectory(prefix="eats-picture-") as folder:
            target = Path(folder) / _PLAYLIST
            command = [str(self._ffmpeg), "-v", "error", *_PICTURE, str(target)]
            subprocess.run(command, check=False, timeout=60)  # noqa: S603  our own words only
            return {file.name: file.read_bytes() for file in Path(folder).iterdir()}
