"""What a Markdown page says about itself above its text."""

import posixpath
import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from explainer.fields.named import N_, Free, Kept
from explainer.fields.types import EdtfDate, Markdown, Text


def _stem(path: str) -> str:
    """Return a path as a question is named by it, however it was typed: `/questions/basis.md`, `questions/basis/`."""
    bare = re.sub(r"(?:/index)?\.(?:md|markdown|html)$", "", path.strip())
    return posixpath.normpath(bare.strip("/"))


class FrontMatter(BaseModel):
    """What a Markdown page says about itself above its text. Keys that are not ours are the theme's and stay."""

    model_config = ConfigDict(extra="ignore", frozen=True, use_attribute_docstrings=True)

    title: Annotated[Text | None, Kept(N_("Headline"))] = None
    """The page's title, where it is not its first heading."""
    kicker: Annotated[Text | None, Kept(N_("Kicker"))] = None
    """A word or two set above the headline: the story or the section."""
    summary: Annotated[Markdown | None, Kept(N_("Summary"))] = None
    """One or two sentences beneath the headline of a page that asks no question (Markdown)."""
    answer: Annotated[Markdown | None, Kept(N_("The short answer"))] = None
    """The short answer; it makes the page a question page and is shown at its top and in every list (Markdown)."""
    aliases: Annotated[
        list[Annotated[Text, AfterValidator(_stem)]], Free(N_("Former names"), because="a rename corrects nothing")
    ] = []
    """Paths that the page had before, without their endings: what stood there leads on to it."""
    author: Annotated[Text | None, Kept(N_("Author"))] = None
    """Who wrote the page, where that is not `site_author`."""
    reviewer: Annotated[Text | None, Kept(N_("Reviewed by"))] = None
    """Who has checked the page, besides who wrote it."""
    method: Annotated[Markdown | None, Kept(N_("How we know this"))] = None
    """How the editors found out what the page says (Markdown)."""
    ai: Annotated[Markdown | None, Kept(N_("Made with machines"))] = None
    """What of the page a machine made, and who answers for it (Markdown)."""
    story: Annotated[Text | None, Free(N_("Story"), because="it groups, and tells nothing")] = None
    """The story it belongs to, on a site with several."""
    published: Annotated[EdtfDate | None, Kept(N_("Published"))] = None
    """When the page was first published (EDTF)."""
    updated: Annotated[EdtfDate | None, Kept(N_("Updated"), may="change")] = None
    """When the page last changed in substance (EDTF); a later update that names the page counts too."""
    reviewed: Annotated[EdtfDate | None, Free(N_("Reviewed"), because="it tells of the editors' work")] = None
    """When somebody last checked that it still holds (EDTF)."""
    review_by: Annotated[EdtfDate | None, Free(N_("To be reviewed by"), because="it tells of the editors' work")] = None
    """When somebody must check it again (EDTF)."""
    as_of: Annotated[EdtfDate | None, Free(N_("As of"), because="it moves on with the page, whose text is kept")] = None
    """The day up to which the page tells the story (EDTF)."""
