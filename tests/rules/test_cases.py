"""Each rule and each check by its cases in `cases/`: sites that pass, and sites that fail with exactly these problems."""

from datetime import datetime
from pathlib import Path

import pytest
import yaml
from pydantic import Field
from tests.rules.sites import lay

from explainer.edition import edition_from_disk
from explainer.fields.model import Model
from explainer.rules.registry import all_checks, all_rules
from explainer.rules.rule import Check, Rule
from explainer.site.config import read_site

HERE = Path(__file__).parent
TODAY = "2020-01-01"


class Case(Model):
    """A site.

    Attributes:
        case: What there is about it.
        files: Its files, laid over those of `sound.yml`; null for one that it does not have.
        repeated: Files made of a text that stands there many times, with a number in the place of `{n}`: the text, and
            how often.
        today: The day on which it is looked at.
        problems: What is wrong with it. A site that passes may have allowed exceptions.
    """

    case: str
    files: dict[str, str | bytes | None] = {}
    repeated: dict[str, tuple[str, int]] = {}
    today: str = TODAY
    problems: list[str] = []


def laid(case: Case) -> dict[str, str | bytes | None]:
    """Return the files of a case."""
    repeated = {
        name: "".join(text.replace("{n}", str(n)) for n in range(times))
        for name, (text, times) in case.repeated.items()
    }
    return {**case.files, **repeated}


class Cases(Model):
    """What a file of cases holds."""

    passing: list[Case] = Field(alias="pass", min_length=1)
    failing: list[Case] = Field(alias="fail", min_length=1)


CASES = {
    file.stem: Cases.model_validate(yaml.safe_load(file.read_text("utf-8")))
    for file in sorted((HERE / "cases").iterdir())
}
EVERYTHING: list[Check] = [*all_checks(), *all_rules()]


def problems_of(case: Case, root: Path) -> list[str]:
    """Return what is wrong with a site; what its pages look like changes nothing of it."""
    site, now = read_site(lay(root, laid(case))), datetime.fromisoformat(case.today)
    found, with_pages = (edition_from_disk(site, now=now, renders=renders).problems for renders in (False, True))
    assert found == with_pages
    return [str(problem) for problem in found]


def test_every_rule_has_a_file_of_cases_and_every_file_a_rule() -> None:
    names = [each.name for each in EVERYTHING]
    assert sorted(CASES) == sorted(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{name}: {case.case}") for name, cases in CASES.items() for case in cases.passing]
)
def test_a_site_passes(case: Case, tmp_path: Path) -> None:
    found = problems_of(case, tmp_path)
    assert all(": allowed: " in problem for problem in found)
    assert found == case.problems


@pytest.mark.parametrize(
    ("name", "case"),
    [pytest.param(name, case, id=f"{name}: {case.case}") for name, cases in CASES.items() for case in cases.failing],
)
def test_a_site_fails(name: str, case: Case, tmp_path: Path) -> None:
    assert problems_of(case, tmp_path) == case.problems
    assert case.problems
    rule = next((rule for rule in all_rules() if rule.name == name), None)
    assert all(rule is None or problem.endswith(f" [{rule.name}]") for problem in case.problems)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_the_guide_says_why_and_how_the_message_reads(rule: Rule) -> None:
    assert rule.why.endswith(".")
    assert any(rule.says in problem for case in CASES[rule.name].failing for problem in case.problems)
