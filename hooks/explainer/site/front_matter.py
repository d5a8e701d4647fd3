"""What a Markdown page says about itself above its text."""

from pydantic import BaseModel, ConfigDict

from explainer.fields.types import EdtfDate, Markdown, Text


class FrontMatter(BaseModel):
    """What a Markdown page says about itself above its text. Keys that are not ours are the theme's and stay."""

    model_config = ConfigDict(extra="ignore", frozen=True, use_attribute_docstrings=True)

    title: Text | None = None
    """The page's title, where it is not its first heading."""
    kicker: Text | None = None
    """A word or two set above the headline: the story or the section."""
    summary: Markdown | None = None
    """One or two sentences beneath the headline of a page that asks no question (Markdown)."""
    answer: Markdown | None = None
    """The short answer; it makes the page a question page and is shown at its top and in every list (Markdown)."""
    author: Text | None = None
    """Who wrote the page, where that is not `site_author`."""
    story: Text | None = None
    """The story it belongs to, on a site with several."""
    published: EdtfDate | None = None
    """When the page was first published (EDTF)."""
    updated: EdtfDate | None = None
    """When the page last changed in substance (EDTF); a later update that names the page counts too."""
    reviewed: EdtfDate | None = None
    """When somebody last checked that it still holds (EDTF)."""
    review_by: EdtfDate | None = None
    """When somebody must check it again (EDTF)."""
    as_of: EdtfDate | None = None
    """The day up to which the page tells the story (EDTF)."""
