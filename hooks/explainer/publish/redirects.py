"""The former addresses of pages: a link to a page that was renamed, or withdrawn, finds what became of it.

The page leads on without a script, which many sites forbid, and says to search engines which address holds.
"""

from collections.abc import Iterator

from explainer.html.press import Press
from explainer.publish.view import FileView
from explainer.record.published import PAGE
from explainer.site.addresses import file_of, page_url


def redirects(press: Press) -> Iterator[tuple[str, str]]:
    """Yield a small page for each address at which a page stood: its path from the site's root, and its HTML."""
    pages = press.contents.pages
    taken = {page.url for page in pages}
    for page in pages:
        for alias in page.front.aliases:
            if (url := _url(press, alias)) not in taken:
                taken.add(url)
                view = FileView(press, file_of(url))
                title = view.plain(page.title)
                whole = f"{press.site.url}{page.url}" if press.site.url else view.page_url(page.path)
                yield _below(press, url), view.render.moved(title, url=view.page_url(page.path), whole=whole)
    ledger = press.record.ledger
    for key, published in ledger.entries.items() if ledger else ():
        if key.sort == PAGE and published.withdrawn and (url := _url(press, key.id)) not in taken:
            taken.add(url)
            view = FileView(press, file_of(url))
            update = press.record.updates.get(published.withdrawn)
            yield _below(press, url), view.render.gone(update, url=view.address(""))


def _url(press: Press, stem: str) -> str:
    return page_url(f"{stem}.md", directories=press.site.directories)


def _below(press: Press, url: str) -> str:
    """Return the file's path from the folder of what is made of the record."""
    return file_of(url).removeprefix(press.site.prefix)
