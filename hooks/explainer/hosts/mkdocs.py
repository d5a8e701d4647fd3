"""MkDocs' events in order: an edition for each build, our layout, all problems at once, the site put in place.

What is final when: the configuration before the build, the pages when all are converted, the folder when every other
plugin has written into it.
"""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from explainer.edition import Edition
from explainer.files.writing import in_a_line
from explainer.hosts.beside import fill_copies, hidden_from_bibtex, shown_again, with_front_matter, without_front_matter
from explainer.hosts.extension import EDITION
from explainer.hosts.mkdocs_pages import host_page, is_withheld, mkdocs_page, published, source_of, unbuilt
from explainer.hosts.mkdocs_pages import in_order as pages_in_order
from explainer.hosts.mkdocs_site import language_of_theme, site_of
from explainer.problems.problem import Problem, fails, in_order, report
from explainer.publish.assets import finish
from explainer.publish.cards import image_path, note_on_pictures
from explainer.publish.changed import page_changed, site_changed
from explainer.publish.collisions import written_over
from explainer.publish.files import write
from explainer.publish.head import with_head
from explainer.publish.progress import Progress
from explainer.publish.staging import Staging
from explainer.publish.view import FileView
from explainer.rules.runner import as_in_preview
from explainer.site.config import OURS
from explainer.site.inventory import read_text
from explainer.site.pages import Page as SitePage
from explainer.site.pages import read_page
from explainer.site.site import Site

log = logging.getLogger("mkdocs.plugins.explainer")

LAYOUT = Path(__file__).parents[1] / "theme"
STYLESHEET = "assets/explainer.css"
SCRIPT = "assets/explainer.js"

THEMES = {"material", "materialx"}
"""Material, and the theme that continues it with the same templates."""


class Read(BaseException):
    """The pages are complete, and no more was wanted. Nothing is wrong, so no plugin's handler of errors is asked."""


class ExplainerConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves its hook untyped
    """The plugin has no options of its own: those of the Markdown extension hold for the whole site."""


class ExplainerPlugin(BasePlugin[ExplainerConfig]):  # type: ignore[no-untyped-call] # as above
    """Publishes what the extension renders."""

    def __init__(self) -> None:
        """Begin as for `build(load_config())`, which tells of no start: MkDocs' command line alone does."""
        super().__init__()
        self.stages = True
        self.serves = False
        self.only_reads = False
        self.staging: Staging | None = None
        self.builds = 0
        self.progress = Progress(log, hosts=("mkdocs", "properdocs"))
        self.failure = ""
        self.last_good: dict[str, str] = {}
        self.edition: Edition

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Build beside the published site, unless a server shows the build from a folder of its own.

        `mike` starts and ends without a build, to learn where one would go.
        """
        self.stages = command not in {"serve", "mike"} and not dirty and not self.only_reads
        self.serves = command == "serve"

    # --- before the build ---

    @event_priority(50)  # before the theme's own plugins, which ask for its language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lend the theme our layout, and turn the build to a folder of its own, which is made when it begins."""
        if OURS not in config.markdown_extensions:
            message = "add `explainer` to `markdown_extensions` in mkdocs.yml: the plugin publishes what it renders"
            raise PluginError(message)
        if config.theme.name in THEMES:  # another theme has other templates
            self.language_given = str(config.theme["language"])
            config.theme["language"] = self.language_set = language_of_theme(config.theme)
            if str(LAYOUT) not in config.theme.dirs:  # a site in several languages is configured for each
                config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(LAYOUT))
                config.extra_css.insert(0, STYLESHEET)
                config.extra_javascript.insert(0, SCRIPT)
        if self.stages and self.staging is None:
            site = self._site(config)
            elsewhere = (
                Path(config.site_dir) != site.target
            )  # `--site-dir`; that of mkdocs.yml is checked with the rest
            if elsewhere and (message := site.loss_in(Path(config.site_dir))):
                raise PluginError(message)
            self.staging, self.staged = Staging(Path(config.site_dir)), config
            config.site_dir = str(self.staging.folder)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the record. Problems wait until the pages have told theirs."""
        self.progress.begin("Reading the record")
        if self.staging and not self.builds:
            self.staging.begin()
            config.site_dir = str(self.staging.folder)
        self.builds += 1
        site = self._site(config)
        self.edition = Edition(site, lambda md: mkdocs_page(md) or _stranger())
        config.mdx_configs.setdefault(OURS, {})[EDITION] = self.edition
        self.unread: list[Problem] = []
        self.failure = ""

    def _site(self, config: MkDocsConfig) -> Site:
        language = str(config.theme["language"] or "en") if "language" in config.theme else ""
        if language == getattr(self, "language_set", None):
            language = self.language_given
        return site_of(config, language, self.staging.target if self.staging else None)

    # --- while pages are converted ---

    @event_priority(-200)  # after those that set the navigation up anew for each language
    def on_nav(self, nav: Navigation, *, files: Files, **_: Any) -> None:
        """Know the order of the pages, and about how many there are."""
        self.nav = nav
        self.progress.begin("Reading pages", len(files.documentation_pages()))

    def on_pre_page(self, page: Page, *, files: Files, config: MkDocsConfig, **_: Any) -> None:  # noqa: ARG002
        """Begin to measure a page. Tell of one that cannot be read, over which MkDocs would stumble, and go on."""
        path, _text = source_of(page.file)
        if path is not None:
            before = len(self.unread)
            read_text(path, self.edition.site.shown_as(path), self.unread)
            if len(self.unread) > before:
                page.file.content_string = ""
        self.progress.page_begins()

    @event_priority(75)  # before any other plugin changes the text, but those that put files in
    def _before_others(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Hide our citations from mkdocs-bibtex, and lay what the front matter says before those that change texts."""
        if bibtex := config.plugins.get("bibtex"):
            markdown = hidden_from_bibtex(markdown, bibtex, self.edition.record)
        return with_front_matter(markdown, page)

    @event_priority(-90)  # after every other plugin
    def _after_other_texts(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Take back what was laid before the others and hidden from them."""
        return shown_again(without_front_matter(markdown, page))

    on_page_markdown = CombinedEvent(_before_others, _after_other_texts)

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> None:  # noqa: ARG002 - MkDocs' signature
        """Count a page as read. Give it a description, for plugins that would show the beginning of its text."""
        self.progress.page_ends(page.file.src_uri)
        draft = self.edition.drafts.get(page.file.src_uri)
        known = self.edition.pages.get(page.file.src_uri)
        summary = (known.front.answer or known.front.summary) if known else None
        if draft and summary and not is_withheld(page):
            page.meta.setdefault("description", FileView(self.edition.press).plain(summary))

    # --- when all pages are converted ---

    @event_priority(150)  # before any other plugin looks at what the pages say
    def _complete_pages(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Fill what the pages left open. Stop before anything is written, if data or pages have errors."""
        pages = pages_in_order(files, self.nav, serves=self.serves)
        withheld = {page.file.src_uri for page in pages if is_withheld(page)}
        edition = self.edition
        edition.problems.extend(self.unread)
        for page in pages:
            edition.add_blank(host_page(page.file, page))
        edition.finish(
            [page.file.src_uri for page in pages],
            withheld=withheld,
            unbuilt=self._unbuilt(pages, config),
            files=published(files),
            renders=not self.only_reads,
        )
        if self.only_reads:
            raise Read
        contents = edition.contents
        self.changed = site_changed(contents)
        for page in pages:
            self._complete(page)
        self._tell([*edition.problems, *written_over(edition.press)], config)
        self.progress.begin("Writing pages", len(pages))

    @event_priority(-50)
    def _after_others(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Let section-index see the template that it looks for: our navigation has its own way to show sections."""
        if "section-index" in config.plugins:
            env.get_template("partials/nav-item.html")

    on_env = CombinedEvent(_complete_pages, _after_others)

    def _complete(self, page: Page) -> None:
        """Fill the slots of a page wherever its HTML is kept, and tell MkDocs of its anchors and its day."""
        path, edition = page.file.src_uri, self.edition
        completed = edition.completed.get(path)
        if completed is None or not page.content:
            return
        converted = edition.drafts[path].html
        fill_copies(page, lambda kept: completed.html if kept == converted else edition.fill(path, kept))
        page.present_anchor_ids = (page.present_anchor_ids or set()) | completed.ids
        changed = page_changed(edition.contents, path) or self.changed
        page.update_date = changed.date().isoformat()

    def _unbuilt(self, pages: Iterable[Page], config: MkDocsConfig) -> list[SitePage]:
        """Return the pages of the folder that are not built here: drafts, what is excluded, other languages."""
        built = {str(Path(page.file.abs_src_path).resolve()) for page in pages if page.file.abs_src_path}
        found = []
        for path, file in unbuilt(config, built):
            text = read_text(file, file, [])
            if text is not None:
                found.append(read_page(path, "", file, text))
        return found

    def _tell(self, problems: Iterable[Problem], config: MkDocsConfig) -> None:
        settings = self.edition.site.settings
        found = in_order(problem if config.strict else as_in_preview(problem, settings) for problem in problems)
        self.failure = report(found) if fails(found) else ""
        if self.failure and not self.serves:
            raise _refusal(self.failure)
        if self.failure:
            log.error("the pages stay as they were:\n%s", self.failure)
            return
        for problem in found:
            log.log(logging.WARNING if fails([problem], strict=True) else logging.INFO, "%s", problem)

    # --- while pages are written ---

    def on_page_context(self, context: TemplateContext, **_: Any) -> None:
        """Give templates the record's day for the clock's."""
        self.progress.page_begins()
        context["build_date_utc"] = self.changed

    def on_template_context(self, context: TemplateContext, **_: Any) -> None:
        """Give templates of no page the record's day for the clock's."""
        context["build_date_utc"] = self.changed

    @event_priority(-60)  # after those that write the page's HTML anew
    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Put our lines into the page's head. While serving, show what is wrong over the last good page."""
        edition = self.edition
        known = edition.contents.page(page.file.src_uri)
        if known and not self.failure:
            completed = edition.completed[known.path]
            output = with_head(output, known, edition.press, completed.sources)
        self.progress.page_ends(page.file.src_uri)
        if not self.serves:
            return output
        if not self.failure:
            self.last_good[page.url] = output
            return output
        shown = f'<div class="ex-problems" role="alert"><pre>{escape(self.failure)}</pre></div></body>'
        return shown.join(self.last_good.get(page.url, output).rsplit("</body>", 1))

    # --- after the build ---

    def _write_products(self, *, config: MkDocsConfig) -> None:
        """Write the files beside the pages. A strict build may still be refused after this, for warnings."""
        press = self.edition.press
        pictures = sum(image_path(page, press) is not None for page in press.contents.pages)
        self.progress.begin("Writing the other files", pictures)
        write(press, Path(config.site_dir), drawn=self.progress.step)
        if note := note_on_pictures(press.site):
            log.info(note)
        self.progress.end()

    @event_priority(-250)  # when every other plugin has written its files, and built the other languages
    def _put_in_place(self, *, config: MkDocsConfig) -> None:
        """Name our assets by what they hold, and let the finished site take the place of the published one."""
        self.builds -= 1
        if self.builds:
            return
        finish(Path(config.site_dir))
        if self.staging and not (config.strict and _warned()):
            self.staging.built = True
            self._publish()

    on_post_build = CombinedEvent(_write_products, _put_in_place)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it is, and say in a line where a disk is at fault."""
        self._give_up()
        if isinstance(error, OSError) and error.strerror:
            raise _unwritable(error) from error

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:  # noqa: ARG002
        """Build again whenever a file changes that a build has read."""
        site = self.edition.site
        folders = [site.data, *([site.root / site.settings.templates] if site.settings.templates else [])]
        files = [*site.files, *([site.root / site.settings.card_font] if site.settings.card_font else [])]
        for path in (*folders, *files):
            if path.exists():
                server.watch(str(path))
        self.stages = False
        return server

    def on_shutdown(self) -> None:
        """Take away what an editor broke off, or a strict build refused."""
        self._give_up()

    def _give_up(self) -> None:
        self.progress.end()
        self.builds = 0
        staging, self.staging = self.staging, None
        if staging:
            staging.discard()
            self.staged.site_dir = str(staging.target)

    def _publish(self) -> None:
        staging, self.staging = self.staging, None
        if staging is None:
            return
        self.progress.begin("Putting the site in place")
        try:
            staging.publish()
        except OSError as error:
            raise _unwritable(error) from error
        finally:
            self.staged.site_dir = str(staging.target)  # `mkdocs gh-deploy` takes it from there
        self.progress.end()
        for line in self.progress.slowest():
            log.debug(line)


def _warned() -> bool:
    """Whether the host has counted warnings, over which it refuses a strict build when all plugins are done."""
    handlers = (handler for name in ("mkdocs", "properdocs") for handler in logging.getLogger(name).handlers)
    return any(handler.get_counts() for handler in handlers if hasattr(handler, "get_counts"))


def _stranger() -> Any:
    message = "a page is converted that MkDocs does not know"
    raise PluginError(message)


def _refusal(told: str) -> PluginError:
    return PluginError(f"the site cannot be built:\n{told}")


def _unwritable(error: OSError) -> PluginError:
    """Return what an editor is told when a file can be neither read nor written."""
    return PluginError(f"the site cannot be built, and the published one stays as it was: {in_a_line(error)}")
