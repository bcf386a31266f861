"""What rnk and its neighbours do with what breaks programs: writes the tables of docs/reliability.md.

    python -m benchmarks.reliability

Every cell is a real process, on a pseudo-terminal where the terminal matters, ended after a time limit. A neighbour
that is not installed keeps the column that the page has. tests/test_reliability.py runs it all again and compares.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from typing import NamedTuple

from benchmarks.reliability_cases import CASES, Case
from rnk_timeline.text import visible
from tests.conftest import PLAIN, UNMEASURED
from tests.started import COMMAND
from tests.terminal import Terminal

PAGE = os.path.join(os.path.dirname(__file__), "..", "docs", "reliability.md")
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
LIMIT = 60  # seconds


class Tool(NamedTuple):
    """A program: how it is named, and how it lists a file, standard input, and what its help is."""

    name: str
    file: str
    stdin: str
    help: str

    @property
    def program(self) -> str:
        """The command that must be installed."""
        return self.help.split()[0]


_RNK = shlex.join(COMMAND)
_LIST = "list --columns date,id,title"
RNK = Tool("rnk", f'{_RNK} --data "$1" {_LIST}', f"{_RNK} --data - {_LIST}", f"{_RNK} --help")
NEIGHBOURS = (
    Tool("jq", 'jq . "$1"', "jq .", "jq --help"),
    Tool("Miller", 'mlr --ijson --opprint cat "$1"', "mlr --ijson --opprint cat", "mlr --help"),
    Tool(
        "sqlite-utils",
        'sqlite-utils memory "$1" "select * from t" --table',
        'sqlite-utils memory - "select * from t" --table',
        "sqlite-utils --help",
    ),
    Tool("csvkit", 'in2csv -f json "$1"', "in2csv -f json", "in2csv --help"),
)


class Outcome(NamedTuple):
    """What a run left: its exit code (None if it had to be ended), and its two streams, or what the terminal showed."""

    code: int | None
    out: str
    err: str


def version(tool: Tool) -> str:
    """Return the version of a neighbour as it tells it; nothing if it is not installed."""
    if shutil.which(tool.program) is None:
        return ""
    told = subprocess.run([tool.program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\d+(\.\d+)+", told)
    return found[0] if found else "?"


def run(tool: Tool, case: Case) -> Outcome:
    """Run one case with one program in a directory of its own."""
    with tempfile.TemporaryDirectory() as place:
        _prepare(place, tool, case)
        env = PLAIN | UNMEASURED | {"PATH": f"{place}/bin:{os.environ['PATH']}"}
        if case.look:
            return _on_terminal(case, place, env)
        return _in_pipes(case, f"{place}/work", env)


def _prepare(place: str, tool: Tool, case: Case) -> None:
    os.makedirs(f"{place}/work")
    os.makedirs(f"{place}/bin")
    if case.data is not None:
        with open(f"{place}/work/given.json", "wb") as file:
            file.write(case.data)
    # rnk alone is held to run without a warning.
    begin = "#!/bin/sh\n" if tool is RNK else "#!/bin/sh\nunset PYTHONWARNINGS\n"
    lists = f"if [ $# = 0 ]; then exec {tool.stdin}; else exec {tool.file}; fi"
    for name, line in (("tool", lists), ("aid", f"exec {tool.help}")):
        with open(f"{place}/bin/{name}", "w", encoding="utf-8") as file:
            file.write(f"{begin}{line}\n")
        os.chmod(f"{place}/bin/{name}", 0o755)


def _in_pipes(case: Case, work: str, env: dict[str, str]) -> Outcome:
    running = subprocess.Popen(
        ["bash", "-c", case.line],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=work,
        env=env,
        start_new_session=True,
    )
    try:
        out, err = running.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        return Outcome(None, "", "")
    return Outcome(running.returncode, *(part.decode("utf-8", "backslashreplace") for part in (out, err)))


def _on_terminal(case: Case, place: str, env: dict[str, str]) -> Outcome:
    columns = int(case.look.removeprefix("width ")) if case.look.startswith("width") else 100
    command = ["timeout", "--foreground", f"{LIMIT}", "bash", "-c", case.line]
    code, screen = Terminal(command, columns=columns, cwd=f"{place}/work", **{**env, "NO_COLOR": ""}).end()
    return Outcome(code, screen, "")


def row(case: Case) -> list[str]:
    """Return what rnk does with a case: its answer or its sentence, and its exit code."""
    done = run(RNK, case)
    return [_sentence(case, done), _code(done)]


def cell(tool: Tool, case: Case) -> str:
    """Return what a neighbour does with a case, in a word after its exit code."""
    done = run(tool, case)
    return f"{_code(done)} {_word(case, done)}"


def _code(done: Outcome) -> str:
    return "–" if done.code is None else str(done.code if done.code >= 0 else 128 - done.code)


def _sentence(case: Case, done: Outcome) -> str:
    if case.look:
        return _seen(case, done)
    told = " ".join(done.err.split()).removeprefix("rnk: error: ").removeprefix("rnk: ")
    lines = done.out.splitlines()
    if len(lines) == 1 and lines[0].count("\t") == 2:
        lines = [f"answers `{lines[0].rpartition(chr(9))[2]}`"]
    else:
        lines = ["answers"] if lines else []
    return "; ".join([*lines, *([told] if told else [])]) or "quiet"


def _word(case: Case, done: Outcome) -> str:
    if done.code is None:
        return "does not end"
    if "Traceback (most recent call last)" in done.out + done.err:
        return "**traceback**"
    if case.look:
        return _seen(case, done)
    if done.code:
        return "error" if done.err.strip() else "quiet"
    if done.out.strip():
        return "answers"
    return "remark" if done.err.strip() else "quiet"


def _seen(case: Case, done: Outcome) -> str:
    """Return what became of a text, a width or a colour on the terminal."""
    screen = re.sub(r"\x1b\[[0-9;]*m(?:\x1b\[K)?", "", done.out)
    if case.look == "colour":
        return "colour" if "\x1b[" in done.out else "no colour"
    if case.look.startswith("width"):
        width = int(case.look.removeprefix("width "))
        return "fits" if max(map(len, screen.splitlines()), default=0) <= width else "wider than the terminal"
    return _became(case.text, screen)


def _became(text: str, screen: str) -> str:
    parts = [re.escape(part) for part in re.split(r"[\r\n]+", text) if part]
    broken = len(parts) > 1 and re.search(r"\s*\n\s*".join(parts), screen)
    if broken or any(char in screen for char in text if visible(char) != char and char != "\n"):
        return "**raw**"
    shown = _squeezed(screen)
    if _squeezed(text) in shown:
        return "whole"
    if _squeezed(visible(text)) in shown:
        return f"`{visible(text)}`"
    as_json = (json.dumps(text, ensure_ascii=only)[1:-1] for only in (True, False))
    return "escaped" if any(_squeezed(form) in shown for form in as_json) else "changed"


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def tables(columns: dict[str, dict[str, str]], versions: dict[str, str]) -> str:
    """Return the tables as the page has them; `columns` has what each neighbour does by the name of the case."""
    heads = ["input", "what rnk does", "exit", *(f"{tool.name} {versions[tool.name]}" for tool in NEIGHBOURS)]
    lines = []
    for section in dict.fromkeys(case.section for case in CASES):
        lines += ["", f"### {section}", "", _line(heads), _line(["---"] * len(heads))]
        cases = [case for case in CASES if case.section == section]
        lines += [
            _line([case.name, *row(case), *(columns[tool.name].get(case.name, "") for tool in NEIGHBOURS)])
            for case in cases
        ]
    return "\n".join([*lines[1:], ""])


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def kept() -> tuple[list[list[str]], dict[str, str]]:
    """Return the rows that the page has, each a list of cells, and the version of each neighbour that it tells."""
    with open(PAGE, encoding="utf-8") as file:
        text = file.read().partition(BEGIN)[2].partition(END)[0]
    rows = [re.split(r"(?<!\\) \| ", line[2:-2]) for line in text.splitlines() if line.startswith("| ")]
    heads = next((cells for cells in rows if cells[0] == "input"), [])
    versions = dict(head.rpartition(" ")[::2] for head in heads[3:])
    return [[cell.replace(r"\|", "|") for cell in cells] for cells in rows], versions


def main() -> None:
    """Run everything that is installed and write the page."""
    rows, told = kept()
    columns, versions = {}, {}
    for number, tool in enumerate(NEIGHBOURS, start=3):
        versions[tool.name] = version(tool) or told.get(tool.name, "?")
        if version(tool):
            columns[tool.name] = {case.name: cell(tool, case) for case in CASES}
        else:
            columns[tool.name] = {cells[0]: cells[number] for cells in rows}
    with open(PAGE, encoding="utf-8") as file:
        before, _, rest = file.read().partition(BEGIN)
    written = f"{before}{BEGIN}\n\n{tables(columns, versions)}\n{END}{rest.partition(END)[2]}"
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(written)
    print(f"wrote {len(CASES)} rows to {os.path.relpath(PAGE)}", file=sys.stderr)


if __name__ == "__main__":
    main()
