"""What stands in a page's head for machines: description, feeds, the card of a shared link, structured data.

It is put into finished HTML, so that it is the same whichever host and theme made the page.
"""

import re

from markupsafe import Markup

from explainer.publish.share_images import HEIGHT, WIDTH, image_path
from explainer.publish.structured_data import is_article, structured_data
from explainer.publish.view import FileView
from explainer.record.pages import Page
from explainer.record.publication import of_page
from explainer.record.record import Record
from explainer.record.site import Site
from explainer.render.dates import machine_date
from explainer.render.downloads import all_feeds
from explainer.render.urls import page_url

BEGINS, ENDS = "<!-- explainer -->", "<!-- /explainer -->"
OURS = re.compile(rf"{BEGINS}.*?{ENDS}\n?", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="?description"? [^>]*>\s*')
NOTE = re.compile(r'<li class="ex-note"[^>]* data-source="([^"]+)"')


def with_head(html: str, page: Page, record: Record, site: Site) -> str:
    """Return a finished page with our lines in its head; done again, the page stays as it is.

    Args:
        html: The page's HTML as a host wrote it.
        page: The page as the record has it.
        record: What is known.
        site: The site.
    """
    lines = head(page, record, site, sources=NOTE.findall(html))
    html = OURS.sub("", html)
    if 'name="description"' in lines:  # the host's is the whole site's
        html = DESCRIPTION.sub("", html, count=1)
    return html.replace("</head>", f"{BEGINS}\n{lines}\n{ENDS}\n</head>", 1)


def head(page: Page, record: Record, site: Site, sources: list[str]) -> str:
    """Return the lines of a page's head; see `with_head`."""
    view = FileView(site, record)
    here = FileView(site, record, page_url(page.path, directories=site.directories))
    title, summary = view.plain(page.title), page.front.answer or page.front.summary
    description = view.plain(summary) if summary else site.description
    lines = [_meta("name", "description", description)] if description else []
    image = image_path(page, record, site)
    lines += [
        _meta("property", f"og:{name}", content)
        for name, content in {
            "type": "article" if is_article(page) else "website",
            "title": title,
            "description": description,
            "site_name": site.name,
            "locale": str(view.words.locale),
            "url": view.page_url(page.path) if site.url else "",
        }.items()
        if content
    ]
    if image and site.url:  # the services that show it take whole addresses alone
        alternative = f"{title} {description}".strip()
        size: dict[str, str | int] = {
            "og:image:width": WIDTH,
            "og:image:height": HEIGHT,
            "og:image:type": "image/png",
            "og:image:alt": alternative,
        }
        lines += [
            _meta("property", name, content) for name, content in {"og:image": view.file_url(image), **size}.items()
        ]
        lines.append(_meta("name", "twitter:card", "summary_large_image"))
    dates = of_page(page, record)
    for name, date in (("published_time", dates.published), ("modified_time", dates.updated)):
        if is_article(page) and date and (value := machine_date(date)):
            lines.append(_meta("property", f"article:{name}", value))
    lines += [
        Markup('<link rel="alternate" type="{}" title="{} ({})" href="{}">').format(
            feed.media_type, site.name, feed.label, here.file_url(feed.path)
        )
        for feed in all_feeds(record, site)
    ]
    if site.url:
        data = structured_data(page, record, site, sources, view.file_url(image) if image else "")
        lines.append(Markup('<script type="application/ld+json">{}</script>').format(Markup(data)))  # noqa: S704 - no `<` in it
    return "\n".join(lines)


def _meta(attribute: str, name: str, content: str | int) -> Markup:
    return Markup('<meta {}="{}" content="{}">').format(attribute, name, content)
