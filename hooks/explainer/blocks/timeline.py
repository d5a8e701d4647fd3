"""`/// timeline`: the events of the record that its options select, as a list or a drawing.

Options: those of `Selection` (which events), and those of `TimelineOptions` (how they are shown).
"""

from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.heading import Heading
from explainer.blocks.page import ConvertedPage
from explainer.fields.model import Model
from explainer.html.embeds import timeline_id
from explainer.html.glance import Lanes
from explainer.problems.problem import Problem
from explainer.record.queries.selection import Selection, select, unknown_names
from explainer.record.record import Record
from explainer.site.pages import BlockHeader
from explainer.site.settings import home_of


class TimelineOptions(Selection):
    """Which events a timeline shows, and how."""

    group: Literal["year", "month", "none"] = "none"
    """What divides the list: the year, the month, or none."""
    heading: Heading = 3
    """The level of its headings, from 2 to 6: the groups' where there are groups, else the events'."""
    layout: Literal["list", "brief", "glance"] = "list"
    """list: each event whole. brief: its date and headline, with a link to it. glance: a drawing true to scale."""
    lanes: Lanes = "none"
    """What a drawing sets apart: people, tags, or none."""


class TimelineBlock(RecordBlock[TimelineOptions]):
    """Shows a timeline."""

    NAME = "timeline"
    options_model = TimelineOptions

    @classmethod
    def _read_options(cls, header: BlockHeader, record: Record) -> tuple[Model | None, list[Problem]]:
        options, problems = super()._read_options(header, record)
        if isinstance(options, Selection):
            problems.extend(unknown_names(options, record, header.options))
        return options, problems

    def show(self, page: ConvertedPage) -> Markup:
        """Return the selected events as a list."""
        options = self.values
        home = home_of(page.site.settings, "event")
        whole = page.page_url(home) if home and home != page.host.path and page.record.page(home) else None
        events = select(page.record.events.values(), options)
        embed = timeline_id(page.page, self.header) if events and page.page and self.header else ""
        if options.layout == "glance":
            return page.render.glance(
                events, lanes=options.lanes, all_url=whole, as_known=options.as_known, embed=embed
            )
        return page.render.timeline(
            events,
            group=options.group,
            heading=options.heading,
            layout=options.layout,
            all_url=whole,
            as_known=options.as_known,
            embed=embed,
            is_whole=home == page.host.path,
        )
