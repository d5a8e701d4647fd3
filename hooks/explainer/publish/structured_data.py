"""What a page says, for machines: JSON-LD in the vocabulary of schema.org.

Every string and every date in it stands on the page too; what the page does not show is not claimed here. There is no
`FAQPage`, which search engines have withdrawn, and no `Event`, which is meant for what one can attend.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from explainer.edtf.dates import Date
from explainer.html.press import Press
from explainer.publish.view import FileView
from explainer.record.kinds.dispute import Dispute
from explainer.record.kinds.person import Person
from explainer.record.kinds.source import Source
from explainer.record.kinds.update import Update
from explainer.record.queries.publication import corrections_of, of_page
from explainer.site.pages import Page
from explainer.site.site import Site
from explainer.words.dates import machine_date

Node = dict[str, Any]

CONTEXT = "https://schema.org"


def structured_data(page: Page, press: Press, sources: Sequence[str], image: str = "") -> str:
    """Return the JSON-LD of a page.

    Args:
        page: The page.
        press: What turns entries into HTML, and knows what the site tells.
        sources: The ids of the sources in the page's notes.
        image: The address of the page's picture; empty where it has none.

    Returns:
        JSON in which no `<` stands, so that it can stand in a `script` element.
    """
    view = FileView(press)
    graph = [
        _page(page, view, sources, image),
        *_breadcrumbs(page, view),
        *_cast(page, view),
        *_fact_checks(page, view),
    ]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def is_article(page: Page) -> bool:
    """Whether a page tells the story: a question does, and so does the front page; lists of the record do not."""
    return page.is_question or page.is_front_page


def _page(page: Page, view: FileView, sources: Sequence[str], image: str) -> Node:
    site = view.site
    dates = of_page(page, view.contents)
    summary = page.front.answer or page.front.summary
    shared: Node = {
        "url": view.page_url(page.path),
        "description": view.plain(summary) if summary else None,
        "inLanguage": view.words.tag,
        "datePublished": _date(dates.published),
        "dateModified": _date(dates.updated),
        "isPartOf": {"@type": "WebSite", "name": view.site.name, "url": view.site.url},
        "image": image,
    }
    if not is_article(page):
        return _without_gaps({"@type": "WebPage", "name": view.plain(page.title), **shared})
    principles, policy = (
        _place(named, view)
        for named in (view.site.settings.policies.principles, view.site.settings.policies.corrections)
    )
    return _without_gaps({
        "@type": ["NewsArticle", "BackgroundNewsArticle"],
        "headline": view.plain(page.title),
        **shared,
        "author": _author(page, site, policy),
        "publisher": _publisher(view, policy),
        "publishingPrinciples": principles,
        "citation": [_citation(view.record.sources[id_]) for id_ in sources if id_ in view.record.sources],
        "correction": [_correction(update, view) for update in corrections_of(page, view.contents)],
    })  # fmt: skip


def _correction(update: Update, view: FileView) -> Node:
    text = view.plain(update.text)
    return _without_gaps({"@type": "CorrectionComment", "text": text, "datePublished": _date(update.date)})


def _author(page: Page, site: Site, policy: str) -> Node | None:
    """Return who wrote a page: a person where the page names one, the editors where the site does."""
    if page.front.author:
        return {"@type": "Person", "name": page.front.author}
    if site.author:
        return _without_gaps({"@type": "NewsMediaOrganization", "name": site.author, "correctionsPolicy": policy})
    return None


def _publisher(view: FileView, policy: str) -> Node | None:
    publisher = view.site.settings.publisher
    if publisher is None:
        return None
    logo = {"@type": "ImageObject", "url": view.file_url(publisher.logo)} if publisher.logo else None
    return _without_gaps({
        "@type": "NewsMediaOrganization",
        "name": publisher.name,
        "url": publisher.url,
        "logo": logo,
        "correctionsPolicy": policy,
    })  # fmt: skip


def _citation(source: Source) -> Node:
    return _without_gaps({
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "author": {"@type": "Person", "name": source.author} if source.author else None,
        "datePublished": _date(source.date),
        "url": source.url,
    })  # fmt: skip


def _breadcrumbs(page: Page, view: FileView) -> Iterator[Node]:
    if page.is_front_page:
        return
    steps = [(view.site.name, view.site.url), (view.plain(page.title), view.page_url(page.path))]
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": url} for n, (name, url) in enumerate(steps, start=1)
    ]
    yield {"@type": "BreadcrumbList", "itemListElement": items}


def _cast(page: Page, view: FileView) -> Iterator[Node]:
    """Yield the people and organisations that the page shows whole."""
    for kind, id_ in view.contents.shown_on(page.path):
        if kind == "person":
            yield _person(view.record.people[id_], view)


def _person(person: Person, view: FileView) -> Node:
    return _without_gaps({
        "@type": _type_of(person),
        "name": person.name,
        "description": view.plain(person.bio) if person.bio else None,
        "jobTitle": [role.title for role in view.render.present_roles(person)] if person.kind == "person" else None,
        "url": view.url("person", person.id),
    })  # fmt: skip


def _type_of(person: Person) -> str:
    return "Person" if person.kind == "person" else "Organization"


def _fact_checks(page: Page, view: FileView) -> Iterator[Node]:
    """Yield a fact-check for each dispute on the page in which an editor rated a claim; nothing else is rated."""
    for kind, id_ in view.contents.shown_on(page.path):
        if kind == "dispute" and (found := _fact_check(view.record.disputes[id_], view)):
            yield found


def _fact_check(dispute: Dispute, view: FileView) -> Node | None:
    verdict = dispute.verdict
    claim = view.record.statements.get(verdict.claim) if verdict and verdict.claim else None
    if verdict is None or claim is None or not verdict.rating:
        return None
    speaker = view.record.people[claim.speaker]
    return _without_gaps({
        "@type": "ClaimReview",
        "url": view.url("dispute", dispute.id),
        "claimReviewed": claim.words,
        "datePublished": _date(verdict.date),
        "author": {"@type": "Organization", "name": verdict.by},
        "reviewRating": {"@type": "Rating", "alternateName": verdict.rating},
        "itemReviewed": _without_gaps({
            "@type": "Claim",
            "author": {"@type": _type_of(speaker), "name": speaker.name},
            "datePublished": _date(claim.date),
        }),
    })  # fmt: skip


def _place(named: str | None, view: FileView) -> str:
    """Return the address of a page, or of a place on one, that an option names; empty where it names none."""
    path, _, fragment = (named or "").partition("#")
    if view.contents.page(path) is None:
        return ""
    return view.page_url(path) + (f"#{fragment}" if fragment else "")


def _date(date: Date | None) -> str | None:
    """Return a date as ISO 8601 has it, no more exact than it is; None where it cannot be put so."""
    return machine_date(date) if date else None


def _without_gaps(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
