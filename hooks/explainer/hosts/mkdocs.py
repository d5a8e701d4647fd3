"""MkDocs' events in order: load the record, lend the layout, tell of all problems at once, put the site in place."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils.templates import TemplateContext

from explainer.blocks.anchors import dead_anchors, ids_in
from explainer.blocks.check import check_pages
from explainer.blocks.page import ConvertedPage
from explainer.edition import load
from explainer.files.writing import in_a_line
from explainer.problems.problem import Problem, fails, in_order, report
from explainer.publish.changed import page_changed, site_changed
from explainer.publish.files import write, written_over
from explainer.publish.head import with_head
from explainer.publish.progress import Progress
from explainer.publish.share_images import image_path
from explainer.publish.staging import Staging
from explainer.rules.corrections import CHECK
from explainer.site.config import site_at

log = logging.getLogger("mkdocs.plugins.explainer")

EXTENSION = "explainer"
LAYOUT = Path(__file__).with_name("theme")
STYLESHEET = "assets/explainer.css"
SCRIPT = "assets/explainer.js"


class ExplainerConfig(Config):  # type: ignore[no-untyped-call] # MkDocs leaves its hook untyped
    """The plugin has no options of its own: those of the Markdown extension hold for the whole site."""


class ExplainerPlugin(BasePlugin[ExplainerConfig]):  # type: ignore[no-untyped-call] # as above
    """Publishes what the extension renders."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Build beside the published site, unless a server shows the build from a folder of its own."""
        self.stages = command != "serve" and not dirty
        self.serves = command == "serve"
        self.staging: Staging | None = None
        self.progress = Progress(log, hosts=("mkdocs", "properdocs"))
        self.failure = ""
        self.last_good: dict[str, str] = {}

    @event_priority(50)  # before the theme's own plugins, which ask for its language
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the record and lend the theme our layout. Problems wait until the pages have told theirs."""
        self.progress.begin("Reading the record")
        if EXTENSION not in config.markdown_extensions:
            message = "add `explainer` to `markdown_extensions` in mkdocs.yml: the plugin publishes what it renders"
            raise PluginError(message)
        options: dict[str, Any] = config.mdx_configs.setdefault(EXTENSION, {})
        for ours in ("problems", "pages"):
            options.pop(ours, None)
        self.site = site = site_at(Path(config.config_file_path), options)
        if config.use_directory_urls != site.directories:
            message = (
                "say `use_directory_urls` in mkdocs.yml and not on the command line: feeds and embeds link as it says"
            )
            raise PluginError(message)
        loaded = load(site)
        self.record, self.problems = loaded.record, [*loaded.problems, *written_over(loaded.record, site)]
        self.changed = site_changed(loaded.record)
        self.pages: dict[str, ConvertedPage] = {}
        options.update(problems=self.problems, pages=self.pages)
        if str(site.data) not in config.watch:
            config.watch.append(str(site.data))
        if config.theme.name == "material":  # another theme has other templates
            config.theme["language"] = _language_of_theme(config.theme)
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(LAYOUT))
            config.extra_css.insert(0, STYLESHEET)
            config.extra_javascript.insert(0, SCRIPT)
        elsewhere = Path(config.site_dir) != site.target  # `--site-dir`; that of mkdocs.yml is checked with the rest
        if elsewhere and (message := site.loss_in(Path(config.site_dir))):
            raise PluginError(message)
        if self.stages:
            self.staging, self.staged = Staging(Path(config.site_dir)), config
            self.staging.begin()
            config.site_dir = str(self.staging.folder)
        return config

    def on_nav(self, nav: Navigation, *, files: Files, **_: Any) -> None:  # noqa: ARG002 - MkDocs' signature
        """Know how many pages there are."""
        level = InclusionLevel.is_in_serve if self.serves else InclusionLevel.is_included
        self.count = len(files.documentation_pages(inclusion=level))
        self.progress.begin("Reading pages", self.count)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, **_: Any) -> None:
        """Begin to measure a page. Stop at one that cannot be read, over which MkDocs would stumble."""
        file = self.site.shown_as(self.site.docs / page.file.src_uri)
        unread = self.record.page(page.file.src_uri) is None and any(each.file == file for each in self.problems)
        if unread:
            problems = self._in_order([*self.problems, *check_pages(self.site)], config)
            raise _refusal(report(problems))
        self.progress.page_begins()

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> None:
        """Tell MkDocs of the anchors in our blocks, to check links to them, and of the day for the sitemap."""
        page.present_anchor_ids = (page.present_anchor_ids or set()) | ids_in(html)
        changed = page_changed(self.record, page.file.src_uri) or self.changed
        page.update_date = changed.date().isoformat()
        self.progress.page_ends(page.file.src_uri)

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: Any) -> None:  # noqa: ARG002 - MkDocs' signature
        """Stop before anything is written, if data or pages have errors: all of them in one message."""
        self.progress.begin("Writing pages", self.count)
        found = [*self.problems, *dead_anchors(self.pages.values())]
        problems = self._in_order(found, config)
        self.failure = report(problems) if fails(problems) else ""
        if self.failure and not self.serves:
            raise _refusal(self.failure)
        if self.failure:
            log.error("the pages stay as they were:\n%s", self.failure)
            return
        for problem in problems:
            log.log(logging.WARNING if fails([problem], strict=True) else logging.INFO, "%s", problem)

    def on_page_context(self, context: TemplateContext, **_: Any) -> None:
        """Give templates the record's day for the clock's."""
        self.progress.page_begins()
        context["build_date_utc"] = self.changed

    def on_template_context(self, context: TemplateContext, **_: Any) -> None:
        """Give templates of no page the record's day for the clock's."""
        context["build_date_utc"] = self.changed

    def on_post_page(self, output: str, *, page: Page, **_: Any) -> str:
        """Put our lines into the page's head. While serving, show what is wrong over the last good page."""
        known = self.record.page(page.file.src_uri)
        if known and not self.failure:
            output = with_head(output, known, self.record, self.site)
        self.progress.page_ends(page.file.src_uri)
        if not self.serves:
            return output
        if not self.failure:
            self.last_good[page.url] = output
            return output
        shown = f'<div class="ex-problems" role="alert"><pre>{escape(self.failure)}</pre></div></body>'
        return shown.join(self.last_good.get(page.url, output).rsplit("</body>", 1))

    def _in_order(self, problems: Iterable[Problem], config: MkDocsConfig) -> list[Problem]:
        return in_order(self._as_grave_as_the_build(problem, config) for problem in problems)

    def _as_grave_as_the_build(self, problem: Problem, config: MkDocsConfig) -> Problem:
        """Let an editor see a correction before it is owned up to: only a strict build refuses it."""
        return problem if config.strict or problem.check != CHECK else replace(problem, severity="warning")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the files beside the pages. A strict build may still be refused after this, for warnings."""
        pictures = sum(image_path(page, self.record, self.site) is not None for page in self.record.pages)
        self.progress.begin("Writing the other files", pictures)
        write(self.record, self.site, Path(config.site_dir), drawn=self.progress.step)
        self.progress.end()
        if self.staging:
            self.staging.built = True

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it is, and say in a line where a disk is at fault."""
        self.progress.end()
        if self.staging:
            self.staging.discard()
            self.staging = None
        if isinstance(error, OSError) and error.strerror:
            raise _unwritable(error) from error

    def on_serve(self, server: LiveReloadServer, **_: Any) -> LiveReloadServer:
        """Serve from where MkDocs expects the site: `mkdocs serve --clean` builds as for publishing."""
        self._publish()
        self.stages = False
        return server

    def on_shutdown(self) -> None:
        """Put the finished site in place, or take away what an editor broke off."""
        self.progress.end()
        self._publish()

    def _publish(self) -> None:
        staging, self.staging = self.staging, None
        if staging and not staging.built:
            staging.discard()
        elif staging:
            self.progress.begin("Putting the site in place")
            try:
                staging.publish()
            except OSError as error:
                raise _unwritable(error) from error
            self.progress.end()
            for line in self.progress.slowest():
                log.debug(line)
            self.staged.site_dir = str(staging.target)  # `mkdocs gh-deploy` takes it from there


def _language_of_theme(theme: Theme) -> str:
    """Return the language in which the theme says its own words: the site's, else the same without its country."""
    language = str(theme["language"])
    for each in (language, language.replace("_", "-").partition("-")[0]):
        if any((Path(folder) / "partials" / "languages" / f"{each}.html").is_file() for folder in theme.dirs):
            return each
    return "en"


def _refusal(told: str) -> PluginError:
    return PluginError(f"the site cannot be built:\n{told}")


def _unwritable(error: OSError) -> PluginError:
    """Return what an editor is told when a file can be neither read nor written."""
    return PluginError(f"the site cannot be built, and the published one stays as it was: {in_a_line(error)}")
