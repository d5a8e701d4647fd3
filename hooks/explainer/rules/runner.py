"""Looks for all that is wrong: what every site must hold, then the editorial rules as this site keeps them.

Here alone it is decided how grave a breach is, and what is exempt.
"""

from collections.abc import Iterator
from dataclasses import replace

from explainer.fields.validation import path_text
from explainer.problems.problem import Problem, Severity, did_you_mean
from explainer.record.contents import Contents
from explainer.rules.page_tree import PageTree
from explainer.rules.registry import all_checks, all_rules
from explainer.rules.rule import Check, Finding, PageFinding, Rule
from explainer.site.settings import Settings


def check(contents: Contents) -> Iterator[Problem]:
    """Yield what is wrong with a record and the site around it; what stands in the text of pages is found as they are.

    Args:
        contents: All that the site tells.
    """
    yield from _wrong_names(contents)
    for each, severity in _kept(contents.site.settings):
        if each.in_record:
            yield from (_problem(finding, contents, each, severity) for finding in each.in_record(contents))
        if each.in_site:
            for problem in each.in_site(contents):
                follows = each.follows or problem.follows
                yield replace(problem, severity=severity, check=_shown_name(each), follows=follows)


def check_page(page: PageTree, settings: Settings) -> Iterator[tuple[PageFinding, Severity, str]]:
    """Yield what is wrong in the text of a page: what was found, how grave it is, and by which rule.

    Args:
        page: The page while it is converted.
        settings: The site's options.
    """
    for each, severity in _kept(settings):
        if each.on_page:
            yield from ((finding, severity, _shown_name(each)) for finding in each.on_page(page))


def as_in_preview(problem: Problem, settings: Settings) -> Problem:
    """Return a problem as grave as it is in a build that is not strict."""
    rule = next((each for each in all_rules() if each.name == problem.check), None)
    if rule is None or rule.in_preview is None or rule.name in settings.checks:
        return problem
    return replace(problem, severity=rule.in_preview)


def _kept(settings: Settings) -> Iterator[tuple[Check, Severity]]:
    """Yield what a site holds itself to, and how grave a breach is."""
    for each in all_checks():
        yield each, "error"
    for rule in all_rules():
        severity = settings.checks.get(rule.name, rule.severity)
        if severity != "off":
            yield rule, severity


def _shown_name(each: Check) -> str:
    """Return what a problem is marked with: the name of a rule, by which a site or an entry can depart from it."""
    return each.name if isinstance(each, Rule) else ""


def _problem(finding: Finding, contents: Contents, each: Check, severity: Severity) -> Problem:
    entry = contents.record.get(finding.kind, finding.id)
    origin = contents.record.origins[finding.kind, finding.id]
    mark = origin.find(finding.steps, finding.typed.split("\n", 1)[0])
    return Problem(
        file=origin.file,
        line=mark.line,
        column=mark.column,
        message=finding.message,
        path=path_text(finding.id, finding.steps),
        hint=finding.hint,
        severity=severity,
        check=_shown_name(each),
        allowed=entry.allow.get(each.name, "") if entry else "",
        follows=each.follows,
    )


def _wrong_names(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each name, in the options or an entry's `allow`, by which nothing is set and none exempt."""
    rules = {rule.name: rule for rule in all_rules()}
    site = contents.site
    for name in site.settings.checks:
        if name not in rules:
            mark = site.config.names.get((*site.way, "checks", name), site.config.mark(site.way))
            hint = did_you_mean(name, rules)
            yield Problem(site.config.file, mark.line, mark.column, f"no check `{name}`", "checks", hint)
    for kind, entry in contents.record:
        for name in entry.allow:
            if name in rules and rules[name].in_record:
                continue
            origin = contents.record.origins[kind, entry.id]
            mark = origin.document.names.get((*origin.way, "allow", name), origin.mark())
            message, hint = f"no check `{name}`", did_you_mean(name, rules)
            if name in rules:
                message = f"the check `{name}` finds nothing in entries, so none can be exempt"
                hint = f"put `<!-- allow {name}: the reason -->` on the page" if rules[name].on_page else ""
            yield Problem(origin.file, mark.line, mark.column, message, f"{entry.id}: allow", hint)
