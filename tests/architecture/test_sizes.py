"""Small files, small functions, names that say what is in them."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "services", "service", "common", "manager", "handler", "misc"}
FOLDERS = ("plugins", "cms", "search", "workspace")


def sources() -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")] + [ROOT / "manage.py"]
    return [path for path in found if "migrations" not in path.parts]


def lines_of_files() -> dict[str, int]:
    return {str(p.relative_to(ROOT)): len(p.read_text(encoding="utf-8").splitlines()) for p in sources()}


def lines_of_functions() -> dict[str, int]:
    return {
        f"{path.relative_to(ROOT)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_no_file_is_longer_than_400_lines():
    assert {name: size for name, size in lines_of_files().items() if size > 400} == {}


def test_no_test_file_is_longer_than_400_lines():
    tests = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in (ROOT / "tests").rglob("*.py")}
    assert {str(p.relative_to(ROOT)): size for p, size in tests.items() if size > 400} == {}


def test_no_function_is_longer_than_60_lines():
    assert {name: size for name, size in lines_of_functions().items() if size > 60} == {}


def test_files_and_functions_are_small_as_a_rule():
    files = [size for size in lines_of_files().values() if size > 3]
    functions = list(lines_of_functions().values())
    assert (median(files) <= 80, quantiles(files, n=10)[-1] <= 200) == (True, True)
    assert (median(functions) <= 10, quantiles(functions, n=10)[-1] <= 30) == (True, True)


def test_no_module_has_a_name_that_says_nothing():
    assert {str(p.relative_to(ROOT)) for p in sources() if {p.stem, p.parent.name} & FORBIDDEN_NAMES} == set()
