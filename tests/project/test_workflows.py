"""The workflows: valid, safe, and their shell steps run in a fresh clone, in order."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.building import BIN, REPOSITORY

WORKFLOWS = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))


def loaded(workflow: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(workflow.read_text("utf-8"))
    return content


def steps(workflow: Path, key: str) -> list[str]:
    """Return what the steps of a workflow's jobs `run` or `use`, in order."""
    return [step[key] for job in loaded(workflow)["jobs"].values() for step in job["steps"] if key in step]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
    )


def test_there_are_two() -> None:
    assert [workflow.name for workflow in WORKFLOWS] == ["ci.yml", "publish.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
class TestEach:
    def test_is_valid_by_the_schema_of_workflows(self, workflow: Path) -> None:
        done = run(BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow, cwd=REPOSITORY)
        assert done.returncode == 0, done.stdout

    def test_has_nothing_that_zizmor_finds(self, workflow: Path) -> None:
        done = run(BIN / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", workflow, cwd=REPOSITORY)
        assert done.returncode == 0, done.stdout
        assert "No findings to report" in done.stdout, done.stdout

    def test_pins_each_action_by_commit_and_names_its_version(self, workflow: Path) -> None:
        lines = [line for line in workflow.read_text("utf-8").splitlines() if "uses:" in line]
        assert lines
        for line in lines:
            assert re.search(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line

    def test_gives_no_rights_but_those_a_job_names(self, workflow: Path) -> None:
        content = loaded(workflow)
        assert content["permissions"] == {}
        for name, job in content["jobs"].items():
            writes = {right for right, level in job["permissions"].items() if level == "write"}
            assert writes == ({"pages", "id-token"} if name == "deploy" else set()), name
            assert "timeout-minutes" in job, name


def test_publishing_happens_one_at_a_time_and_only_after_a_build() -> None:
    content = loaded(REPOSITORY / ".github" / "workflows" / "publish.yml")
    assert content["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert content["jobs"]["deploy"]["needs"] == "build"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone of what would be committed now, so that a test run before a commit tries what will be."""
    source = tmp_path_factory.mktemp("source")
    listed = run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=REPOSITORY)
    for name in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, source / name)
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], [*identity, "commit", "-q", "-m", "All"]):
        done = run("git", *command, cwd=source)
        assert done.returncode == 0, done.stdout
    target = tmp_path_factory.mktemp("clone") / "explainer"
    assert run("git", "clone", "-q", str(source), str(target), cwd=source).returncode == 0
    return target


def test_the_shell_steps_run_in_a_fresh_clone_in_order(clone: Path) -> None:
    """Each `run:` of both workflows, as it stands, in a clone that makes its own environment.

    The tests that a workflow runs would run this test again, so `make test` runs one file of them there: that the
    command works is what is tried here, that the tests pass is what runs this.
    """
    commands = [command for workflow in WORKFLOWS for command in steps(workflow, "run")]
    assert commands == [
        "make lint", "make test", "make check FORMAT=github", "make site", "make check", "make site"
    ]  # fmt: skip
    environment = {"PYTHON": sys.executable, "PYTEST_ADDOPTS": "tests/record/test_formats.py"}
    for command in dict.fromkeys(commands):
        done = run("bash", "-euo", "pipefail", "-c", command, cwd=clone, **environment)
        assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}"
    assert (clone / "site" / "index.html").is_file()
    assert run("git", "status", "--porcelain", cwd=clone).stdout == ""


class TestContinuousIntegration:
    SCRIPT = REPOSITORY / ".ci" / "run"

    def test_is_valid_shell_and_may_be_run(self) -> None:
        assert run("bash", "-n", self.SCRIPT, cwd=REPOSITORY).returncode == 0
        assert os.access(self.SCRIPT, os.X_OK)

    def test_calls_the_two_commands_of_the_readme_as_they_stand_there(self) -> None:
        readme = (REPOSITORY / "README.md").read_text("utf-8")
        [shell] = re.findall(r"(?s)```sh\n(.*?)```", readme)
        promised = {line.split("#")[0].strip() for line in shell.splitlines()}
        called = [line for line in self.SCRIPT.read_text("utf-8").splitlines() if line.startswith("make ")]
        assert called == ["make test", "make site"]
        assert set(called) == promised
