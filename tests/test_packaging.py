"""The wheel: what is in it, and that it runs where the source tree is not."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ("summarize", "prompts")
CODE = {".py", ".typed", ".json", ".toml"}
SCRIPTS = ["summarize", "summarize-news"]
JUNK = ["summarize/.env", "prompts/report/.brief.md.swp", "summarize/cli/notes.swp", "tests/x.py"]

STORY = """Floodgates at Ormsby closed for the night

The river authority closed the four floodgates at Ormsby on Tuesday evening, after the level of the
Tarn rose by 1.2 metres in six hours. Some 340 households in the lower town were asked to leave.
"The gates will hold, but we take no chances with the spring tide," said Ilse Marrow, who leads the
authority. Two shelters were opened in schools, and the road to Penhallow was shut until morning.
"""

# Used without an import: trafilatura imports the first; the second is the time zone data of
# Windows, which has none of its own.
NOT_IMPORTED = {"lxml-html-clean", "tzdata"}


def _run(*command: str | Path, cwd: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    arguments = [str(part) for part in command]
    done = subprocess.run(
        arguments, cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _project() -> dict[str, list[str]]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project: dict[str, list[str]] = tomllib.loads(text)["project"]
    return project


def _build(tree: Path, *kinds: str) -> Path:
    """Build without a network: the back end is installed where the tests run."""
    _run(sys.executable, "-m", "build", "--no-isolation", *kinds, tree, cwd=tree)
    (wheel,) = (tree / "dist").glob("*.whl")
    return wheel


def _names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return sorted(archive.namelist())


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source tree with things in it that must not be shipped."""
    tree = tmp_path_factory.mktemp("tree")
    for name in ["pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", ".gitignore"]:
        shutil.copy2(ROOT / name, tree)
    for name in SHIPPED:
        shutil.copytree(ROOT / name, tree / name)
    for name in JUNK:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text("junk", encoding="utf-8")
    return tree


@pytest.fixture(scope="module")
def wheel(tree: Path) -> Path:
    return _build(tree, "--wheel")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment that holds the wheel and nothing else of the project.

    The dependencies are those of the environment that runs the tests, put on the path behind the
    wheel: downloading them again would need a network and would prove nothing about the wheel. A
    path added by a .pth file does not have its own .pth files read, so the editable install of
    the project is not seen.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    paths = {"base": str(home), "platbase": str(home)}
    scheme = sysconfig.get_path("purelib", scheme="venv", vars=paths)
    dependencies = Path(sysconfig.get_path("purelib"))
    (Path(scheme) / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    scripts = Path(sysconfig.get_path("scripts", scheme="venv", vars=paths))
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "--quiet", "install"]
    _run(*pip, "--no-index", "--no-deps", "--ignore-installed", wheel, cwd=home)
    return scripts


@pytest.mark.packaging
def test_the_wheel_holds_the_package_and_its_templates_and_no_junk(wheel: Path) -> None:
    package = (ROOT / "summarize").rglob("*")
    source = [path for path in package if path.suffix in CODE and path.name != "ruff.toml"]
    prompts = [path for path in (ROOT / "prompts").rglob("[!.]*") if path.is_file()]
    code = {path.relative_to(ROOT).as_posix() for path in source}
    templates = {f"summarize/{path.relative_to(ROOT).as_posix()}" for path in prompts}
    shipped = {name for name in _names(wheel) if ".dist-info/" not in name}
    assert shipped == code | templates


@pytest.mark.packaging
def test_the_wheel_holds_type_marker_and_licence(wheel: Path) -> None:
    names = _names(wheel)
    assert "summarize/py.typed" in names
    assert [name for name in names if name.endswith("/licenses/LICENSE")]


@pytest.mark.packaging
def test_a_wheel_built_from_the_source_archive_is_the_same(wheel: Path, tree: Path) -> None:
    names = _names(wheel)
    assert _names(_build(tree)) == names


@pytest.mark.packaging
@pytest.mark.parametrize("script", SCRIPTS)
def test_both_scripts_say_their_version(installed: Path, tmp_path: Path, script: str) -> None:
    said = _run(installed / script, "--version", cwd=tmp_path)
    assert str(_project()["version"]) in said


@pytest.mark.packaging
def test_the_installed_program_finds_its_templates_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ormsby.txt").write_text(STORY, encoding="utf-8")
    report = _run(installed / "summarize", "daily", "news", cwd=tmp_path)
    assert report.startswith("# ")
    assert "four floodgates at Ormsby" in report


@pytest.mark.packaging
def test_the_installed_program_is_the_one_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    show = "import summarize; print(summarize.__file__)"
    place = Path(_run(installed / "python", "-c", show, cwd=tmp_path).strip())
    assert installed.parent in place.parents


def _imported() -> set[str]:
    """The top-level names that the package imports from elsewhere."""
    names: set[str] = set()
    for path in (ROOT / "summarize").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - {"summarize"}


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _extras() -> dict[str, list[str]]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras: dict[str, list[str]] = tomllib.loads(text)["project"]["optional-dependencies"]
    return extras


def test_what_is_imported_is_declared_and_what_is_declared_is_needed() -> None:
    declared = {
        _normal(re.split(r"[^\w.-]", dependency, maxsplit=1)[0])
        for dependency in _project()["dependencies"]
    }
    known = packages_distributions()
    imported = {_normal(known[name][0]) if name in known else name for name in _imported()}
    extras = {
        _normal(re.split(r"[^\w.-]", dependency, maxsplit=1)[0])
        for extra in _extras().values()
        for dependency in extra
    }
    assert imported - extras == declared - NOT_IMPORTED


def test_every_dependency_has_a_lower_bound_only() -> None:
    bounds = [dependency.split(";")[0].strip() for dependency in _project()["dependencies"]]
    assert [
        bound for bound in bounds if not re.fullmatch(r"[\w.-]+(\[\w+\])?>=[\d.]+", bound)
    ] == []


def test_the_pinned_requirements_name_no_registry_and_hold_every_declared_one() -> None:
    pinned = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    assert "://" not in pinned
    assert "--index-url" not in pinned
    names = {_normal(name) for name in re.findall(r"^([\w.-]+)==", pinned, flags=re.MULTILINE)}
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = _project()["dependencies"] + tomllib.loads(text)["dependency-groups"]["dev"]
    assert {_normal(re.split(r"[^\w.-]", name, maxsplit=1)[0]) for name in asked} <= names
