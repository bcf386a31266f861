"""What the project says of itself, in the files that forges, citing programs and newcomers read."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import tomllib
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from rnk_timeline import __version__
from tests import readers
from tests.packages import ROOT

if not (ROOT / ".ci").exists():
    pytest.skip("these files are in the repository, not in the sdist", allow_module_level=True)

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("data/*.md")]


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def content(name: str) -> object:
    """Return what a YAML file says (YAML 1.2, in which the word "on" is no truth value)."""
    return readers.module("ruamel.yaml").YAML(typ="safe").load(text(name))


SCHEMAS = [
    ("CITATION.cff", "citation-file-format"),
    (".github/ISSUE_TEMPLATE/config.yml", "github-issue-config"),
    (".github/ISSUE_TEMPLATE/event-is-missing.yml", "github-issue-forms"),
    (".github/ISSUE_TEMPLATE/fact-is-wrong.yml", "github-issue-forms"),
    (".github/workflows/ci.yml", "github-workflows"),
]


@pytest.mark.parametrize(("name", "schema"), SCHEMAS)
def test_a_file_for_other_programs_is_as_its_schema_says(name, schema):
    import jsonschema

    schemas = resources.files(readers.module("check_jsonschema.builtin_schemas")) / "vendor"
    # As JSON: YAML's own dates are texts to a schema.
    said = json.loads(json.dumps(content(name), default=str))
    known = json.loads((schemas / f"{schema}.json").read_text("utf-8"))
    jsonschema.validators.validator_for(known)(known).validate(said)


@pytest.mark.parametrize("form", ["event-is-missing", "fact-is-wrong"])
def test_a_form_asks_each_thing_once_and_cannot_do_without_a_source(form):
    fields = content(f".github/ISSUE_TEMPLATE/{form}.yml")["body"]
    asked = {field["id"]: field for field in fields if field["type"] != "markdown"}
    labels = [field["attributes"]["label"] for field in asked.values()]
    assert len(asked) == len(set(labels)) == len(fields) - 1
    assert asked["sources"]["validations"]["required"] is True


def test_the_form_for_an_event_offers_every_category(record):
    fields = content(".github/ISSUE_TEMPLATE/event-is-missing.yml")["body"]
    (offered,) = [field["attributes"]["options"] for field in fields if field.get("id") == "category"]
    assert [name.lower().replace(" ", "-") for name in offered] == [category.name for category in record.categories]


def test_the_citation_names_this_version_and_this_record(record):
    said = dict(re.findall(r"^(version|date-released): (\S+)$", text("CITATION.cff"), re.MULTILINE))
    assert said == {"version": __version__, "date-released": record.revised.text}


def test_the_changelog_keeps_to_its_form():
    lines = text("CHANGELOG.md").splitlines()
    versions = [line for line in lines if line.startswith("## ")]
    assert versions[0] == "## [Unreleased]"
    released = [re.fullmatch(r"## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})", line) for line in versions[1:]]
    assert all(released), versions
    assert released[0][1] == __version__
    days = [date.fromisoformat(release[2]) for release in released]
    assert days == sorted(days, reverse=True)
    kinds = {line.removeprefix("### ") for line in lines if line.startswith("### ")}
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_way_through_the_code_names_modules_that_there_are():
    page = text("CONTRIBUTING.md")
    steps = re.findall(r"^\d+\. (.*)$", page, re.MULTILINE)
    assert len(steps) == 10
    named = set(re.findall(r"`((?:\w+/)*\w+\.py)`", page))
    assert len(named) > 12
    missing = [name for name in named if not any((base / name).exists() for base in (ROOT / "src/rnk_timeline", ROOT))]
    assert not missing
    assert all("`" in step for step in steps)


LAYERS = (
    {"errors", "text", "vocabulary", "bundled", "signals", "__init__"},
    {"period"},
    {"dates", "model"},
    {"conflicts", "dataset", "faults", "lookup", "misfits", "names", "outline", "repeats", "search", "wording"},
    {"check", "cite", "hints", "query", "sieve", "stream", "tally", "validate"},
    {"columns", "timeline"},
    {"render"},
    {"cli", "__main__"},
)
LIBRARIES = {"click": {"cli"}, "rich": {"render", "cli"}, "dateutil": {"dates"}, "sqlite3": {"search"}}


def imports(path: Path) -> set[str]:
    """Return what a module imports to run, wherever in it; what it imports to be typed is left out."""
    nodes: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        nodes += ast.iter_child_nodes(node)
    return found


def test_imports_run_one_way():
    package = ROOT / "src" / "rnk_timeline"
    layer = {name: number for number, names in enumerate(LAYERS) for name in names}
    for path in package.rglob("*.py"):
        own = path.relative_to(package).parts[0].removesuffix(".py")
        for name in imports(path):
            library, _, inner = name.partition(".")
            if library == "rnk_timeline":
                other = inner.partition(".")[0]
                assert layer.get(other, 0) <= layer[own], f"{path.name} imports {name}"
            assert own in LIBRARIES.get(library, {own}), f"{path.name} imports {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_links_to_what_is_there(page: Path):
    links = re.findall(r"\]\(([^)#\s]+)(#[^)\s]*)?\)", page.read_text("utf-8"))
    files = [target for target, _ in links if not re.match(r"https?:", target)]
    assert not [target for target in files if not (page.parent / target).exists()]


def test_a_link_to_a_part_of_a_page_leads_there():
    for page in PAGES:
        for target, part in re.findall(r"\]\(([^)#\s]+\.md)#([^)\s]+)\)", page.read_text("utf-8")):
            titles = re.findall(r"^#+ (.+)$", (page.parent / target).read_text("utf-8"), re.MULTILINE)
            assert part in [re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles], (page, part)


def test_every_dependency_has_its_reason():
    page = text("docs/dependencies.md").lower()
    needed = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["export"]
    for name in [re.match(r"[\w-]+", line)[0] for line in needed]:
        assert f"| {name} " in page


def test_every_python_that_is_promised_is_tested_on_every_system():
    matrix = content(".github/workflows/ci.yml")["jobs"]["tests"]["strategy"]["matrix"]
    promised = re.findall(r"Python :: (3\.\d+)", " ".join(PROJECT["classifiers"]))
    assert matrix["python"] == promised
    assert [system.partition("-")[0] for system in matrix["system"]] == ["ubuntu", "macos", "windows"]
    assert PROJECT["requires-python"] == f">={promised[0]}"


def test_what_a_commit_must_pass_is_what_ci_runs():
    hooks = content(".pre-commit-config.yaml")["repos"]
    assert [repo["repo"] for repo in hooks] == ["local"]  # nothing is fetched
    entries = [hook["entry"] for hook in hooks[0]["hooks"]]
    assert entries == ["ruff check", "ruff format", "mypy", "mypy --platform win32", "pytest -q"]
    assert "pre-commit run --all-files" in text(".ci/run")
    assert "pytest -q" in text(".ci/run")
    assert "run: .ci/run" in text(".github/workflows/ci.yml")


def test_the_hooks_are_ones_that_pre_commit_takes():
    command = [readers.program("pre-commit"), "validate-config", str(ROOT / ".pre-commit-config.yaml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
