"""What is published: the same bytes at every build, what is needed, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

from rnk_timeline import __version__
from tests import packages, readers

NAME = f"rnk_timeline-{__version__}"
PROJECT = tomllib.loads((packages.ROOT / "pyproject.toml").read_text("utf-8"))
KINDS = ("sdist", "wheel")
LARGEST = 2_000_000  # bytes, installed


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    return packages.copied(tmp_path_factory.mktemp("copy") / "rnk")


@pytest.fixture(scope="module")
def built(source, tmp_path_factory) -> dict[str, Path]:
    out = tmp_path_factory.mktemp("built")
    return {kind: packages.build(source, out, kind) for kind in KINDS}


@pytest.fixture(scope="module")
def wheel(built) -> zipfile.ZipFile:
    return zipfile.ZipFile(built["wheel"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_build_elsewhere_is_the_same_to_the_byte(built, kind, tmp_path):
    again = packages.copied(tmp_path / "another place")
    for path in sorted(again.rglob("*"), reverse=True):
        os.utime(path, (10**9, 10**9))
        path.chmod(0o700 if path.is_dir() or os.access(path, os.X_OK) else 0o600)
    (tmp_path / "tmp").mkdir()
    env = {"TMPDIR": str(tmp_path / "tmp"), "PYTHONHASHSEED": "1", "TZ": "Asia/Pyongyang", "LC_ALL": "C"}
    assert packages.build(again, tmp_path, kind, **env).read_bytes() == built[kind].read_bytes()


def test_the_day_of_a_release_is_the_day_of_its_files(source, tmp_path):
    day = "1700000000"  # 14 November 2023, 22:13:20
    made = zipfile.ZipFile(packages.build(source, tmp_path, "wheel", SOURCE_DATE_EPOCH=day))
    assert {info.date_time for info in made.infolist()} == {(2023, 11, 14, 22, 13, 20)}


def test_a_wheel_of_the_sdist_is_the_wheel(built, tmp_path):
    with tarfile.open(built["sdist"]) as sdist:
        sdist.extractall(tmp_path, filter="data")
    assert packages.build(tmp_path / NAME, tmp_path, "wheel").read_bytes() == built["wheel"].read_bytes()


def test_the_wheel_holds_the_program_the_record_and_nothing_else(source, wheel):
    targets = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    code = {path.relative_to(source / "src").as_posix() for path in (source / "src").rglob("*") if path.is_file()}
    record = {"rnk_timeline/data/events.json", "rnk_timeline/data/events.schema.json"}
    shared = {f"{NAME}.data/data/{path}" for path in targets.get("shared-data", {}).values()}
    about = {
        f"{NAME}.dist-info/{name}"
        for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE", "licenses/data/LICENSE")
    }
    assert set(wheel.namelist()) == code | record | shared | about
    assert {Path(name).suffix for name in code} == {".py", ".typed", ".html", ".css", ".js"}


def test_the_sdist_holds_what_builds_and_tests_it_and_nothing_else(source, built):
    with tarfile.open(built["sdist"]) as sdist:
        held = {member.name.removeprefix(f"{NAME}/") for member in sdist if not member.isdir()}
    kept = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    left_out = (".ci/", ".gitattributes", ".github/", ".pre-commit")
    assert held == {name for name in kept if not name.startswith(left_out)} | {"PKG-INFO"}


def test_installed_it_is_small(wheel):
    # Without the byte-code that an installer may make of it.
    assert sum(info.file_size for info in wheel.infolist()) < LARGEST


def test_the_metadata_say_what_it_is(wheel):
    said = message_from_bytes(wheel.read(f"{NAME}.dist-info/METADATA"))
    assert (said["Name"], said["Version"], said["Requires-Python"]) == ("rnk-timeline", __version__, ">=3.11")
    assert said["License-Expression"] == "MIT AND CC-BY-4.0"
    assert said.get_all("License-File") == ["LICENSE", "data/LICENSE"]
    assert said["Description-Content-Type"] == "text/markdown"
    assert said.get_payload().startswith("# rnk")
    assert len(said["Keywords"].split(",")) > 5
    needed = {line.partition(">")[0] for line in said.get_all("Requires-Dist") if "extra ==" not in line}
    assert needed == {"click", "msgspec", "python-dateutil", "rich"}


def test_every_classifier_is_one_that_there_is():
    known = readers.module("trove_classifiers")
    asked = PROJECT["project"]["classifiers"]
    assert set(asked) <= set(known.classifiers)
    assert len(asked) == len(set(asked))


def test_an_index_takes_both(built):
    readers.module("twine")
    command = [sys.executable, "-m", "twine", "check", "--strict", *map(str, built.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASSED") == len(KINDS)
