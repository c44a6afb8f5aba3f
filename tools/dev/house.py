"""The house rules that no linter knows, as pure functions: source or listing in, findings out.

Every finding is a sentence that begins with the place. tests/test_house.py shows each rule bad
data, then runs it on the whole tree.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

# Written so that this file does not find itself.
FOREIGN = {
    "a machine's own path": r"(?<![\w.])/(?:root|home/\w+|Users/\w+|wor[k]|tmp/unkno[t])/"
    r"|[A-Z]:\\\\?Users\\",
    "a registry's address": r"(?:pypi|npmjs|debian|pythonhosted|nodesource)\.(?:or[g]|co[m])\b",
    "a package index": r"--(?:extra-)?index-ur[l]|--find-link[s]",
    "the unpublished folder": r"\bshare[d]/(?:design|clinical|hooks)|\.\./share[d]\b",
}

# Which modules of PySide6 may be named where; the longest prefix counts.
QT_ALLOWED: dict[str, frozenset[str]] = {
    "guide": frozenset(),
    "guide.__main__": frozenset({"PySide6", "PySide6.QtCore"}),
    "guide.app": frozenset({"PySide6.QtCore"}),
    "guide.ui": frozenset({"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}),
    "guide.bootstrap": frozenset({"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}),
}


def foreign_words(name: str, text: str) -> list[str]:
    """Return what must not be published: machines' paths, registries, unpublished folders."""
    return [
        f"{name}:{number}: {what}: {match.group()}"
        for number, line in enumerate(text.splitlines(), 1)
        for what, pattern in FOREIGN.items()
        for match in re.finditer(pattern, line)
    ]


def licence_gaps(files: Iterable[str], rows: Iterable[Mapping[str, str]]) -> list[str]:
    """Compare files (relative to assets/) with the rows of LICENCES.toml, both ways."""
    listing, findings = list(files), []
    rows = list(rows)
    for number, row in enumerate(rows, 1):
        for key in ("pattern", "licence", "source", "author"):
            if not row.get(key):
                findings.append(f"LICENCES.toml: row {number} says nothing about its {key}")
    patterns = [row["pattern"] for row in rows if row.get("pattern")]
    for pattern in patterns:
        if not any(covers(pattern, file) for file in listing):
            findings.append(f"LICENCES.toml: no file is like '{pattern}': take the row out")
    for file in listing:
        if not any(covers(pattern, file) for pattern in patterns):
            findings.append(f"assets/{file}: has no row in assets/LICENCES.toml")
    return findings


def covers(pattern: str, file: str) -> bool:
    """Tell whether a glob covers a path; `**` stands for folders of any depth, `*` for one name."""
    parts = re.split(r"(\*\*/?|\*|\?)", pattern)
    words = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
    return (
        re.fullmatch("".join(words.get(part) or re.escape(part) for part in parts), file)
        is not None
    )


def held_connections(name: str, source: str) -> list[str]:
    """Find signals connected to what keeps `self` alive, or to an undecorated method.

    Bad: a lambda, a functools.partial, a function defined inside a function, and a method of the
    same class that is not decorated with @Slot.
    """
    tree = ast.parse(source)
    nested = _nested_functions(tree)
    findings = []
    for owner, call in _connects(tree):
        for argument in call.args:
            problem = _held(argument, nested) or _undecorated(argument, owner)
            if problem:
                findings.append(f"{name}:{call.lineno}: a signal is connected to {problem}")
    return findings


def _connects(tree: ast.Module) -> Iterator[tuple[ast.ClassDef | None, ast.Call]]:
    owners = {
        id(node): owner
        for owner in ast.walk(tree)
        if isinstance(owner, ast.ClassDef)
        for node in ast.walk(owner)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "connect":
                yield owners.get(id(node)), node


def _nested_functions(tree: ast.Module) -> set[str]:
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {
        inner.name
        for outer in functions
        for inner in ast.walk(outer)
        if inner is not outer and isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def _held(argument: ast.expr, nested: set[str]) -> str:
    if isinstance(argument, ast.Lambda):
        return "a lambda"
    if isinstance(argument, ast.Call) and _dotted(argument.func).endswith("partial"):
        return "a partial"
    if isinstance(argument, ast.Name) and argument.id in nested:
        return f"the inner function {argument.id}"
    return ""


def _undecorated(argument: ast.expr, owner: ast.ClassDef | None) -> str:
    if owner is None or not _dotted(argument).startswith("self."):
        return ""
    wanted = _dotted(argument).removeprefix("self.")
    for node in owner.body:
        if isinstance(node, ast.FunctionDef) and node.name == wanted:
            names = [_dotted(d.func if isinstance(d, ast.Call) else d) for d in node.decorator_list]
            if not any(name.endswith("Slot") for name in names):
                return f"{wanted}, which has no @Slot"
    return ""


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def star_imports(name: str, source: str) -> list[str]:
    """Find `from x import *`: it doubles what a Qt import costs and hides where names are from."""
    return [
        f"{name}:{node.lineno}: from {node.module} import *"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]


def early_words(name: str, source: str) -> list[str]:
    """Find `_()` called while a module is imported, before the language is known."""
    tree = ast.parse(source)
    bodies = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    late = {id(n) for f in ast.walk(tree) if isinstance(f, bodies) for n in ast.walk(f)}
    return [
        f"{name}:{node.lineno}: {node.func.id}() runs at import, before the language is known"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "n_")
        and id(node) not in late
    ]


def qt_out_of_place(name: str, source: str) -> list[str]:
    """Find Qt where it does not belong; `name` is the path of the file, as guide/app/map.py."""
    allowed = _allowed_qt(name)
    findings = []
    for node in ast.walk(ast.parse(source)):
        for module in _imports(node):
            if module.split(".")[0] != "PySide6":
                continue
            if module not in allowed:
                line = getattr(node, "lineno", 0)
                findings.append(f"{name}:{line}: {module} does not belong here")
    return findings


def _allowed_qt(name: str) -> frozenset[str]:
    parts = PurePosixPath(name).with_suffix("").parts
    prefixes = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((QT_ALLOWED[prefix] for prefix in prefixes if prefix in QT_ALLOWED), frozenset())


def _imports(node: ast.AST) -> list[str]:
    """The modules that ``node`` imports; those of Qt also where they are named one by one."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        names = {alias.name for alias in node.names}
        if node.module == "PySide6" and not any(name.startswith("__") for name in names):
            return [f"PySide6.{name}" for name in names]
        return [node.module]
    return []


def unmirrored(sources: Iterable[tuple[str, str]], tests: Iterable[str]) -> list[str]:
    """Find modules without a test file: guide/core/dose.py has tests/core/test_dose.py.

    A module that only declares values, where no function does anything, needs none.
    """
    present = set(tests)
    findings = []
    for source, text in sources:
        path = PurePosixPath(source)
        if path.name == "__init__.py" or not _acts(text):
            continue
        stem = path.stem.strip("_")
        mirror = PurePosixPath("tests", *path.parts[1:-1], f"test_{stem}.py")
        if str(mirror) not in present:
            findings.append(f"{source}: has no test file {mirror}")
    return findings


def _acts(text: str) -> bool:
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    return any(
        not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for function in functions
        for statement in function.body
    )


def too_long(name: str, source: str, lines: int = 400, function: int = 60) -> list[str]:
    """Find files and functions that have outgrown a reader."""
    findings = []
    if (count := len(source.splitlines())) > lines:
        findings.append(f"{name}: {count} lines, more than {lines}")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            if (count := node.end_lineno - node.lineno + 1) > function:
                findings.append(f"{name}:{node.lineno}: {node.name} has {count} lines")
    return findings
