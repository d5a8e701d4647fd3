"""The options of the Markdown extension `explainer`."""

from typing import Literal

from pydantic import Field

from explainer.fields.model import Model
from explainer.fields.types import EdtfDate, Text, Url


class Publisher(Model):
    """Who publishes the site, for search engines."""

    name: Text
    """The organisation's name."""
    url: Url | None = None
    """The address of its own site."""
    logo: Text | None = None
    """Its logo: a picture in the folder of the pages."""


class Policies(Model):
    """The pages that say how the editors work; each page of the site links to them."""

    principles: Text | None = None
    """The page that tells by what rules they work: `about.md`."""
    corrections: Text | None = None
    """The page, or the place on one, that tells how mistakes are put right: `about.md#corrections`."""


class Settings(Model):
    """The options of the Markdown extension `explainer`."""

    data: Text = "data"
    """The folder of the record, from the configuration file's own folder."""
    pages: dict[Text, Text] = {}
    """The page on which each kind of entry has its place."""
    templates: Text | None = None
    """A folder of Jinja2 templates that replace the generator's own, file by file."""
    as_of: EdtfDate | None = None
    """The day up to which the site tells its story (EDTF)."""
    embeds: Literal["yes", "no"] = "yes"
    """Whether events, statements, disputes and timelines can be embedded elsewhere: yes or no."""
    downloads: Literal["yes", "no"] = "yes"
    """Whether feeds, a calendar, the record as data and pictures for shared links are published: yes or no."""
    licence: Text | None = None
    """Under what licence others may use the data: a name or an address."""
    publisher: Publisher | None = None
    """Who publishes the site, for search engines."""
    policies: Policies = Field(default_factory=Policies)
    """The pages that say how the editors work; each page of the site links to them."""
    card_font: Text | None = None
    """A font file for the pictures of shared links, from the site's folder; needed for Chinese and Japanese."""
    embeds_from: list[Text] = []
    """The hosts whose films and posts a reader may have loaded: `www.youtube.com`. Nothing is asked of them before."""
    evidence: Text = "evidence"
    """The folder of what is kept of the sources, from the configuration file's own folder; never published."""
    checks: dict[Text, Literal["error", "warning", "advice", "off"]] = {}
    """How grave a breach of each editorial check is on this site: error, warning, advice or off."""
