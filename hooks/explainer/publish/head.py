"""What stands in a page's head for machines: description, feeds, the card of a shared link, structured data.

It is put into finished HTML, so that it is the same whichever host and theme made the page.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from markupsafe import Markup

from explainer.edtf.dates import Date
from explainer.html.downloads import PICTURE_SIZE
from explainer.html.press import Press
from explainer.publish.cards import image_path
from explainer.publish.structured_data import is_article, structured_data
from explainer.publish.view import FileView
from explainer.record.queries.publication import of_page
from explainer.site.pages import Page
from explainer.words.dates import machine_date

BEGINS, ENDS = "<!-- explainer -->", "<!-- /explainer -->"
OURS = re.compile(rf"{BEGINS}.*?{ENDS}\n?", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="?description"? (?:content="[^"]*"|[^>]*)>\s*')
SHARED = re.compile(r'<meta property="?((?:og|article):[a-z_:]+)')
"""What another has said already of how a link to the page is shown, such as Material's social cards."""

NOTE = re.compile(r'<li class="ex-note"[^>]* data-source="([^"]+)"')


def with_head(html: str, page: Page, press: Press, sources: Sequence[str] | None = None) -> str:
    """Return a finished page with our lines in its head; done again, the page stays as it is.

    Args:
        html: The page's HTML as a host wrote it.
        page: The page as the record has it.
        press: What turns entries into HTML, and knows what the site tells.
        sources: The ids of the sources in the page's notes; read from the page where they are not given.
    """
    html = OURS.sub("", html)
    lines = head(page, press, NOTE.findall(html) if sources is None else sources, told=SHARED.findall(html))
    if 'name="description"' in lines:  # the host's is the whole site's
        html = DESCRIPTION.sub("", html, count=1)
    return html.replace("</head>", f"{BEGINS}\n{lines}\n{ENDS}\n</head>", 1)


def head(page: Page, press: Press, sources: Sequence[str], told: Collection[str] = ()) -> str:
    """Return the lines of a page's head; see `with_head`."""
    view = FileView(press)
    image = image_path(page, press)
    # What others show, they fetch by its whole address.
    shown = view.product_url(image) if image and press.site.url else ""
    summary = page.front.answer or page.front.summary
    description = view.plain(summary) if summary else press.site.description
    lines = [_meta("name", "description", description)] if description else []
    lines += _shared(page, view, description, shown, told)
    lines += _feeds(page, view)
    if press.site.url:
        data = Markup(structured_data(page, press, sources, shown))  # noqa: S704 - there is no `<` in it
        lines.append(Markup('<script type="application/ld+json">{}</script>').format(data))
    return "\n".join(lines)


def _shared(page: Page, view: FileView, description: str, image: str, told: Collection[str]) -> Iterator[Markup]:
    """Yield what a service shows where a link to the page is shared (Open Graph)."""
    article = is_article(page)
    dates = of_page(page, view.contents)
    width, height = PICTURE_SIZE
    properties = {
        "og:type": "article" if article else "website",
        "og:title": view.plain(page.title),
        "og:description": description,
        "og:site_name": view.site.name,
        "og:locale": str(view.words.locale),
        "og:url": view.page_url(page.path) if view.site.url else "",
        "og:image": image,
        "og:image:width": str(width) if image else "",
        "og:image:height": str(height) if image else "",
        "og:image:type": "image/png" if image else "",
        "og:image:alt": f"{view.plain(page.title)} {description}" if image else "",
        "article:published_time": _date(dates.published) if article else "",
        "article:modified_time": _date(dates.updated) if article else "",
    }
    for name, content in properties.items():
        if content and name not in told:
            yield _meta("property", name, content)
    if image and "og:image" not in told:
        yield _meta("name", "twitter:card", "summary_large_image")


def _feeds(page: Page, view: FileView) -> Iterator[Markup]:
    """Yield the links by which a program finds the feeds."""
    here = FileView(view.press, page.url)
    for feed in view.press.feeds_of(page.front.story):
        title = here.words.aside(view.site.name, feed.label)
        yield Markup('<link rel="alternate feed" type="{}" title="{}" href="{}">').format(
            feed.media_type, title, here.product_url(feed.path)
        )


def _date(date: Date | None) -> str:
    return (machine_date(date) if date else None) or ""


def _meta(attribute: str, name: str, content: str) -> Markup:
    return Markup('<meta {}="{}" content="{}">').format(attribute, name, content)
