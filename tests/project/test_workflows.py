"""The workflows: valid, safe, and their shell steps run in a fresh clone, in order."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.address_server import serving
from tests.building import BIN, REPOSITORY
from tests.repositories import git

from explainer.scaffold.new_site import FILES
from explainer.version import VERSION

GITLAB = REPOSITORY / "guide" / "gitlab-ci.yml"

MAY_WRITE = {"deploy": {"pages", "id-token"}, "issue": {"issues"}, "upload": {"id-token"}}
"""What the jobs may write that write anything; none of them runs code of the repository."""

WORKFLOWS = [
    workflow for root in (REPOSITORY, FILES) for workflow in sorted((root / ".github" / "workflows").glob("*.yml"))
]


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


def test_there_are_four_and_those_of_a_new_site() -> None:
    own = [workflow.name for workflow in WORKFLOWS if workflow.is_relative_to(REPOSITORY / ".github")]
    assert own == ["ci.yml", "links.yml", "publish-package.yml", "publish.yml"]
    assert [workflow.name for workflow in WORKFLOWS[len(own) :]] == ["check.yml", "links.yml", "publish.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
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
            assert writes == MAY_WRITE.get(name, set()), name
            assert "timeout-minutes" in job, name


def test_publishing_happens_one_at_a_time_and_only_after_a_build() -> None:
    content = loaded(REPOSITORY / ".github" / "workflows" / "publish.yml")
    assert content["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert content["jobs"]["deploy"]["needs"] == "build"


def test_a_job_that_may_write_runs_none_of_the_repositorys_code() -> None:
    for workflow in WORKFLOWS:
        for name, job in loaded(workflow)["jobs"].items():
            if name in MAY_WRITE:
                assert not any("checkout" in step.get("uses", "") for step in job["steps"]), name


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_no_shell_step_holds_an_expression(workflow: Path) -> None:
    """What stands in `${{ }}` would be pasted into the script before a shell reads it."""
    assert not any("${{" in command for command in steps(workflow, "run"))


# --- a fresh clone ------------------------------------------------------------------------------------------------


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone as a pull request's workflow has it: of what would be committed now, merged into a main that differs."""
    source = tmp_path / "source"
    listed = run("git", "ls-files", "-co", "--exclude-standard", "-z", cwd=REPOSITORY)
    for name in filter(None, listed.stdout.split("\0")):
        if (REPOSITORY / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(REPOSITORY / name, source / name)
    timeline = source / "data" / "timeline.yml"
    now = timeline.read_text("utf-8")
    assert now.count("date: 2016-09\n") == 1
    timeline.write_text(now.replace("date: 2016-09\n", "date: 2016-08\n"), "utf-8")
    git(source, "init", "-q", "-b", "main")
    git(source, "add", "-A")
    git(source, "commit", "-q", "-m", "All")
    git(source, "switch", "-q", "-c", "change")
    timeline.write_text(now, "utf-8")
    git(source, "commit", "-q", "-a", "-m", "The date of the meeting")
    git(source, "switch", "-q", "main")
    git(source, "merge", "-q", "--no-ff", "-m", "Merge", "change")
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{source}", "clone")
    with_the_environment_of_this_run(tmp_path / "clone")
    return tmp_path / "clone"


ENVIRONMENTS = {
    ".venv": ["requirements.lock", "pyproject.toml", "tests/plugins/materialx.lock"],
    "tests/browser/node_modules": ["tests/browser/package-lock.json"],
    "bench/node_modules": ["bench/package-lock.json"],
}
"""What `make` makes that takes minutes, and from which files. That it does so on a bare machine is what `.ci/run` tries."""


def with_the_environment_of_this_run(clone: Path) -> None:
    """Lend a clone what `make` has made here; `PYTHONPATH` must name the clone's own package."""
    for made, files in ENVIRONMENTS.items():
        (clone / made).symlink_to(REPOSITORY / made)
        for file in files:
            os.utime(clone / file, (0, 0))  # older than what was made of them
        with (clone / ".git" / "info" / "exclude").open("a") as exclude:
            exclude.write(f"/{made}\n")
    for made in (*ENVIRONMENTS, ".venv/materialx"):
        told = run("make", "--dry-run", f"{made}/.ready", cwd=clone).stdout
        assert "up to date" in told, f"nothing may be written through the link: {told}"


@pytest.fixture
def gh(tmp_path: Path) -> Path:
    """A folder with a `gh` that writes what it is asked to `asked`, and prints the open issue that `open` names."""
    folder = tmp_path / "gh"
    folder.mkdir()
    (folder / "open").write_text("")
    program = folder / "gh"
    program.write_text(
        '#!/bin/sh\nset -eu\nhere=$(dirname "$0")\necho "$*" >> "$here/asked"\n'
        'if [ "$1 $2" = "issue list" ]; then cat "$here/open"; fi\n'
    )
    program.chmod(0o755)
    return folder


def asked(gh: Path) -> list[str]:
    """Return what `gh` was asked to do since this was last asked."""
    lines = (gh / "asked").read_text().splitlines()
    (gh / "asked").unlink()
    return lines


LABEL = "label create links --force --color c5def5 --description Dead addresses and missing archived copies"
LOOK_FOR = "issue list --label links --state open --limit 1 --json number --jq .[].number"
CREATE = "issue create --title Sources that can no longer be followed --label links --body-file links.md"
EDIT = "issue edit 7 --body-file links.md"
CLOSE = "issue close 7 --comment Every address is there, and every source is kept."


@pytest.mark.parametrize(
    ("report", "issue", "expected"),
    [("- dead\n", "", CREATE), ("- dead\n", "7\n", EDIT), ("", "7\n", CLOSE), ("", "", None)],
)
def test_there_is_one_issue_or_none(tmp_path: Path, gh: Path, report: str, issue: str, expected: str | None) -> None:
    [step] = [step for step in loaded(WORKFLOWS[1])["jobs"]["issue"]["steps"] if "run" in step]
    assert set(step["env"]) == {"GH_TOKEN", "GH_REPO"}
    (tmp_path / "links.md").write_text(report)
    (gh / "open").write_text(issue)
    done = shell(step["run"], tmp_path, PATH=f"{gh}:{os.environ['PATH']}")
    assert done.returncode == 0, done.stdout
    assert asked(gh) == [LABEL, LOOK_FOR, *([expected] if expected else [])]


def shell(command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a shell step as GitHub does."""
    return run("bash", "-eo", "pipefail", "-c", command, cwd=cwd, **environment)


@pytest.mark.slow
def test_the_shell_steps_run_in_a_fresh_clone_in_order(clone: Path, gh: Path, tmp_path: Path) -> None:
    """Each `run:` of the workflows, and each `script:` of GitLab's, as it stands, in a clone.

    The tests that a workflow runs would run this test again, so `make test` runs one file of them there: that the
    command works is what is tried here, that the tests pass is what runs this.
    """
    summary = tmp_path / "summary.md"
    environment = {
        "PYTHONPATH": str(clone / "hooks"),
        "PYTEST_ADDOPTS": "tests/fields",
        "PATH": f"{gh}:{os.environ['PATH']}",
        "GITHUB_STEP_SUMMARY": str(summary),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(clone, "rev-parse", "HEAD^").strip(),
    }
    tried: set[str] = set()

    def succeed(*commands: str) -> str:
        printed = ""
        for command in commands:
            if command not in tried or not command.startswith("make "):
                done = shell(command, clone, **environment)
                assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}"
                printed += done.stdout
                tried.add(command)
        return printed

    ci, links, package, publish, *_of_a_new_site = WORKFLOWS
    commands = steps(ci, "run")
    diff = 'make --silent diff BASE=HEAD^ FORMAT=markdown >> "$GITHUB_STEP_SUMMARY"'
    assert commands == ["make lint", "make test", diff, "make check FORMAT=github BASE=HEAD^", "make site"]
    succeed(diff, *commands)
    told = summary.read_text("utf-8").splitlines()
    assert told[0] == "**1 date corrected, 0 problems (before: 1)**"
    assert told[-1].endswith("| Date | August 2016 | September 2016 |")
    before = '"$(git rev-parse --quiet --verify HEAD^)"'
    assert steps(publish, "run") == [f"make check BASE={before}", "make site"]
    succeed(*steps(publish, "run"))
    assert (clone / "site" / "index.html").is_file()
    assert steps(package, "run")[0] == "make dist"
    succeed("make dist")
    assert succeed(steps(package, "run")[1].replace("GITHUB_REF_NAME#v", f"VERSION:-{VERSION}")) == ""
    assert git(clone, "status", "--porcelain") == ""

    jobs = {name: job["script"] for name, job in yaml.safe_load(GITLAB.read_text("utf-8")).items() if "script" in job}
    assert list(jobs) == ["check", "pages", "links"]
    assert "Date: from August 2016 to September 2016" in succeed(*jobs["check"])
    succeed(*jobs["pages"])
    assert (clone / "public" / "index.html").is_file()
    shutil.rmtree(clone / "public")

    # No other host is asked: what is not on this machine would have to pass through a port where nothing listens.
    nowhere = "http://127.0.0.1:9"
    environment |= {"HTTPS_PROXY": nowhere, "HTTP_PROXY": nowhere, "NO_PROXY": "127.0.0.1"}
    with serving() as server:
        addresses = re.compile(r"https?://\S+")
        sources = clone / "data" / "sources.yml"
        sources.write_text(addresses.sub(f"{server.address}/200", sources.read_text("utf-8")), "utf-8")
        succeed(*steps(links, "run"), *jobs["links"])
        assert (clone / "links.md").read_text("utf-8") == ""
        assert asked(gh) == [LABEL, LOOK_FOR]
        sources.write_text(sources.read_text("utf-8").replace("/200", "/404", 1), "utf-8")
        tried.clear()
        succeed(*steps(links, "run"))
        assert (clone / "links.md").read_text("utf-8").endswith("\n\n**1 warning**\n")
        assert asked(gh) == [LABEL, LOOK_FOR, CREATE]
        assert shell(jobs["links"][0], clone, **environment).returncode != 0
    (clone / "mkdocs.yml").unlink()
    assert shell(steps(links, "run")[0], clone, **environment).returncode != 0, "no report is an error"


class TestGitLab:
    def test_the_file_is_valid_by_the_schema_of_gitlab(self) -> None:
        done = run(BIN / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", GITLAB, cwd=REPOSITORY)
        assert done.returncode == 0, done.stdout

    def test_publishes_nothing_but_the_default_branch_and_one_run_at_a_time(self) -> None:
        pages = loaded(GITLAB)["pages"]
        assert [rule["if"] for rule in pages["rules"]] == [
            '$CI_PIPELINE_SOURCE != "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'
        ]
        assert (pages["resource_group"], pages["interruptible"]) == ("pages", False)
        assert "allow_failure" not in pages


class TestContinuousIntegration:
    SCRIPT = REPOSITORY / ".ci" / "run"

    def test_is_valid_shell_and_may_be_run(self) -> None:
        assert run("bash", "-n", self.SCRIPT, cwd=REPOSITORY).returncode == 0
        assert os.access(self.SCRIPT, os.X_OK)

    def test_calls_the_two_commands_of_the_readme_as_they_stand_there(self) -> None:
        readme = (REPOSITORY / "README.md").read_text("utf-8")
        [shell] = re.findall(r"(?s)```sh\n(make .*?)```", readme)
        promised = {line.split("#")[0].strip() for line in shell.splitlines()}
        called = [line for line in self.SCRIPT.read_text("utf-8").splitlines() if line.startswith("make ")]
        assert called == ["make test", "make site"]
        assert set(called) == promised
