from __future__ import annotations

import ast
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from eats_desktop.app.bench.size import needed

PACKAGE = Path(__file__).resolve().parents[2] / "eats_desktop"
TRAINING = {
    f"classify/{name}.py"
    for name in ("feature_table", "judging", "train", "train_kind", "written_model")
}
TRAINING |= {f"embed_training/{file.name}" for file in (PACKAGE / "embed_training").glob("*.py")}
CHOSEN = {"search/transformers_embedder.py imports sentence_transformers"}
"""Extras: asked for by a setting, and told with the way to install them when absent."""


def test_the_program_imports_only_what_its_installation_brings():
    """The developers' environment holds more; a user's start would end in an ImportError."""
    brought = set(needed("eats-desktop"))
    owners = packages_distributions()
    missing = {
        f"{file.relative_to(PACKAGE)} imports {name}"
        for file in PACKAGE.rglob("*.py")
        if str(file.relative_to(PACKAGE)) not in TRAINING
        for name in _imported(file)
        if name not in {*sys.stdlib_module_names, PACKAGE.name}
        and not brought & {owner.lower().replace("_", "-") for owner in owners.get(name, ())}
    }
    assert missing == CHOSEN


def _imported(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]
