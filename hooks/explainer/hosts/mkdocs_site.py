"""MkDocs' configuration as a site, when other plugins and the command line have had their say."""

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from explainer.hosts.beside import folder_of_language
from explainer.hosts.extension import EDITION
from explainer.site.config import OURS, read_site
from explainer.site.site import Site


def site_of(config: MkDocsConfig, language: str, target: Path | None) -> Site:
    """Return a site as its host has it.

    Args:
        config: The host's configuration.
        language: The site's language, before the theme was given one that it has; empty where the theme has none.
        target: Where the finished site goes; None where the configuration's file says it.
    """
    options = {name: value for name, value in config.mdx_configs.get(OURS, {}).items() if name != EDITION}
    site = read_site(Path(config.config_file_path) if config.config_file_path else Path("mkdocs.yml"), options)
    return replace(
        site,
        docs=Path(config.docs_dir),
        target=target or site.target,
        language=language or site.language,
        name=config.site_name or "",
        description=config.site_description or "",
        author=config.site_author or "",
        url=f"{config.site_url.rstrip('/')}/" if config.site_url and site.url else "",
        directories=bool(config.use_directory_urls),
        prefix=folder_of_language(config),
    )


def language_of_theme(theme: Theme) -> str:
    """Return the language in which the theme says its own words: the site's, else the same without its country."""
    language = str(theme["language"])
    for each in (language, language.replace("_", "-").partition("-")[0]):
        if any((Path(folder) / "partials" / "languages" / f"{each}.html").is_file() for folder in theme.dirs):
            return each
    return "en"
