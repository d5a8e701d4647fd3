"""Tiny sites in real git repositories, and what `explainer diff` tells of them."""

import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from explainer.commands.main import main

CONFIG = "site_name: Tiny\nmarkdown_extensions:\n  - explainer:\n      checks: {unused-source: off}\n"

EVENT = "- {{id: printed, date: {date}, title: The notes are printed, people: [ada], sources: [notes]}}\n"

FILES = {
    "mkdocs.yml": CONFIG,
    "docs/timeline.md": "# Timeline\n\n/// timeline\n///\n",
    "docs/people.md": "# People\n\n/// people\n///\n",
    "docs/sources.md": "# Sources\n\n/// sources\n///\n",
    "docs/updates.md": "# Updates\n\n/// updates\n///\n",
    "docs/first.md": "---\nanswer: It was in 1843.\n---\n# When were they printed?\n\nIn the month of August.\n",
    "data/timeline.yml": EVENT.format(date="1843-08"),
    "data/people.yml": "- {id: ada, name: Ada Lovelace}\n- {id: charles, name: Charles Babbage}\n",
    "data/sources.yml": (
        "- {id: notes, publisher: Memoirs, title: Notes by the translator}\n"
        "- {id: letters, publisher: The archive, title: Letters}\n"
    ),
    "data/statements.yml": "- {id: weaves, speaker: ada, date: 1843, words: It weaves patterns., sources: [notes]}\n",
    "data/disputes.yml": "[]\n",
    "data/updates.yml": "[]\n",
}


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def commit(folder: Path) -> None:
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "A change")


def tiny(folder: Path) -> Path:
    """Write a tiny site, commit it, and return its folder."""
    write(folder, FILES)
    commit(folder)
    return folder


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *(arguments or ["HEAD"]), "-f", str(root / "mkdocs.yml")])


def told(root: Path, *arguments: str) -> str:
    done = diff(root, *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    return done.stdout


def fields(root: Path) -> list[str]:
    """Return the lines that tell of fields."""
    return [line.strip() for line in told(root).splitlines() if line.startswith("    ")]
