"""What the build does besides copying: the wheel carries the record with one event a line, a fifth smaller."""

from __future__ import annotations

import json
import os
import tempfile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Puts the record into a wheel; a checkout reads its own."""

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Write the compact record and have it included."""
        if version == "editable":
            return
        with open(os.path.join(self.root, "data", "events.json"), encoding="utf-8") as file:
            record = json.load(file)
        self._folder = tempfile.TemporaryDirectory()
        path = os.path.join(self._folder.name, "events.json")
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(_one_event_a_line(record))
        os.chmod(path, 0o644)
        build_data["force_include"][path] = "rnk_timeline/data/events.json"

    def finalize(self, version: str, build_data: dict[str, object], artifact_path: str) -> None:
        """Remove what was written."""
        if version != "editable":
            self._folder.cleanup()


def _one_event_a_line(record: dict[str, object]) -> str:
    events = record.pop("events")
    head = _compact(record)[:-1]
    lines = ",\n".join(_compact(event) for event in events)
    return f'{head},"events":[\n{lines}\n]}}\n'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
