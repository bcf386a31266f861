"""Other programs that can answer the same question from the same file, as far as they are installed."""

from __future__ import annotations

import glob
import os
import shutil

DUCKDB = """select date, array_to_string(categories, '; '), title, array_to_string(actors, '; '), \
array_to_string(places, '; '), id from read_json_auto('%s') where split_part(date, '/', -1) >= '2022' \
and list_contains(categories, 'military') and list_contains(actors, 'NATO') order by date"""
JQ = """select((.date | split("/") | last) >= "2022" \
and (.categories | index("military")) and (.actors | index("NATO"))) \
| [.date, (.categories | join("; ")), .title, (.actors | join("; ")), (.places | join("; ")), .id] | @csv"""
MILLER = """splitax($date, "/")[-1] >= "2022" && any($categories, func(e) {return e == "military"}) \
&& any($actors, func(e) {return e == "NATO"})"""
JOINED = """$categories = joinv($categories, "; "); $actors = joinv($actors, "; "); $places = joinv($places, "; ")"""
SQLITE = """select date, categories, title, actors, places, id from "%s" where substr(date, -10) >= '2022' \
and categories like '%%"military"%%' and actors like '%%"NATO"%%' order by date"""

PROGRAMS = {"jq": "jq", "DuckDB": "duckdb", "Miller": "mlr", "sqlite-utils": "sqlite-utils"}


def installed() -> dict[str, str]:
    """Return the path of each peer that is on the path of this run."""
    found = {name: shutil.which(program) for name, program in PROGRAMS.items()}
    return {name: _native(path) for name, path in found.items() if path}


def _native(path: str) -> str:
    """Return the program itself where `path` is only the script of a Python package around it."""
    within = os.path.join(os.path.dirname(path), "..", "lib", "python*", "site-packages", "duckdb_cli", "duckdb")
    return next(iter(glob.glob(within)), path) if path.endswith("duckdb") else path


def command(name: str, path: str, file: str) -> list[str]:
    """Return how the program `name` at `path` does the filter job on `file`, JSON Lines or an array."""
    array = file.endswith(".json")
    if name == "jq":
        return [path, "-r", f".[] | {JQ}" if array else JQ, file]
    if name == "DuckDB":
        return [path, "-csv", "-c", DUCKDB % file]
    if name == "Miller":
        chosen = ["then", "cut", "-o", "-f", "date,categories,title,actors,places,id"]
        return [path, "--ijson", "--ocsv", "filter", MILLER, "then", "put", JOINED, *chosen, file]
    table = os.path.basename(file).partition(".")[0]
    return [path, "memory", file if array else f"{file}:nl", SQLITE % table, "--csv"]
