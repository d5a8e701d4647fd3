"""What must hold across entries: each check is one function, listed here and nowhere else.

The integrity of the record is not open to discussion: a dangling reference is an error on every site. The editorial
rules are: a site may change how grave a breach of each is, and an entry may be exempt from one, with the reason.
"""

from collections.abc import Callable, Iterator

from explainer.fields.validation import path_text
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import Contents
from explainer.record.record import Origin, Record
from explainer.rules import dates, fairness, quotations, reviews, sources
from explainer.rules.corrections import corrections_are_owned_up_to
from explainer.rules.homes import homes_show_their_kind
from explainer.rules.images import images_exist
from explainer.rules.missing import missing_collections
from explainer.rules.options import options_name_what_is_there, the_site_has_a_place_of_its_own
from explainer.rules.positions import positions_are_apart
from explainer.rules.prose import addresses_are_safe, citations_are_in_our_form, prose_mentions_exist
from explainer.rules.references import references_exist
from explainer.rules.rule import Finding, Rule
from explainer.rules.stories import stories_have_their_own_feeds
from explainer.site.site import Site

INTEGRITY: tuple[Callable[[Contents], Iterator[Problem]], ...] = (
    missing_collections,
    references_exist,
    prose_mentions_exist,
    citations_are_in_our_form,
    addresses_are_safe,
    homes_show_their_kind,
    images_exist,
    positions_are_apart,
    options_name_what_is_there,
    the_site_has_a_place_of_its_own,
    stories_have_their_own_feeds,
    corrections_are_owned_up_to,
)

RULES: tuple[Rule, ...] = (*sources.RULES, *quotations.RULES, *dates.RULES, *fairness.RULES, *reviews.RULES)


def check(contents: Contents) -> Iterator[Problem]:
    """Yield what is wrong with a record: breaches of its integrity, and of the editorial rules that the site keeps."""
    for integrity in INTEGRITY:
        yield from integrity(contents)
    yield from _unknown_rules(contents)
    for rule in RULES:
        severity = contents.site.settings.checks.get(rule.name, rule.severity)
        if severity != "off":
            for finding in rule.find(contents):
                yield _problem(finding, contents, rule, severity)


def _problem(finding: Finding, contents: Contents, rule: Rule, severity: str) -> Problem:
    page = contents.question(finding.id) if finding.kind == "question" else None
    entry = contents.record.get(finding.kind, finding.id)
    origin = Origin(page.document, ()) if page else contents.record.origins[finding.kind, finding.id]
    mark = origin.find(finding.steps, finding.typed.split("\n", 1)[0])
    return Problem(
        file=origin.file,
        line=mark.line,
        column=mark.column,
        message=finding.message,
        path=path_text(finding.id if entry else "", finding.steps),
        hint=finding.hint,
        severity=severity,  # type: ignore[arg-type] # the options are as strict as the type
        check=rule.name,
        allowed=entry.allow.get(rule.name, "") if entry else "",
        follows=rule.follows,
    )


def _unknown_rules(contents: Contents) -> Iterator[Problem]:
    """Yield a problem for each name of a rule, in the options or an entry's `allow`, that no rule has."""
    names = [rule.name for rule in RULES]
    for name in contents.site.settings.checks:
        if name not in names:
            mark = contents.site.config.names.get(
                (*contents.site.way, "checks", name), contents.site.config.mark(contents.site.way)
            )
            hint = did_you_mean(name, names)
            yield Problem(contents.site.config.file, mark.line, mark.column, f"no check `{name}`", "checks", hint)
    for kind, entry in contents.record:
        for name in entry.allow:
            if name not in names:
                origin = contents.record.origins[kind, entry.id]
                mark = origin.document.names.get((*origin.way, "allow", name), origin.mark())
                hint = did_you_mean(name, names)
                yield Problem(origin.file, mark.line, mark.column, f"no check `{name}`", f"{entry.id}: allow", hint)
