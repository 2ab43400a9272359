import subprocess
import sys

import pytest

from cranework.export import camera_path, camera_path_json, csv, json
from cranework.export.format import Export


@pytest.mark.parametrize(
    "export", [csv.export, json.export, camera_path.export, camera_path_json.export], ids=lambda export: export.name
)
def test_every_export_says_what_it_is(export: Export) -> None:
    assert export.suffix.startswith(".") and export.name.islower() and export.meaning


def test_exports_cost_nothing_until_they_are_used() -> None:
    heavy = "{'numpy', 'sqlite3', 'av', 'cv2'} & set(sys.modules)"
    script = f"import cranework.export.camera_path_json, cranework.export.vocabulary, sys; print({heavy})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
