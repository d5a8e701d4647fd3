"""`/// timeline`: the events of the record that its options select, as a list or a drawing.

Options: those of `Selection` (which events), and those of `TimelineOptions` (how they are shown).
"""

from collections.abc import Iterator
from typing import Literal

from markupsafe import Markup

from explainer.blocks.base import RecordBlock
from explainer.blocks.header import BlockHeader
from explainer.blocks.heading import Heading
from explainer.blocks.page import PageView
from explainer.fields.model import Model
from explainer.html.embeds import timeline_id
from explainer.html.glance import Form, Lanes
from explainer.problems.problem import Problem
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.queries.selection import Selection, select, unknown_names
from explainer.record.record import Record


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
    scale: Form = "auto"
    """How a drawing measures time: true to it, broken where nothing happened for long, or even; auto: as events ask."""


class TimelineBlock(RecordBlock[TimelineOptions]):
    """Shows a timeline."""

    NAME = "timeline"
    kind = "event"
    options_model = TimelineOptions

    @classmethod
    def _read_options(cls, header: BlockHeader, record: Record) -> tuple[Model | None, list[Problem]]:
        options, problems = super()._read_options(header, record)
        if isinstance(options, Selection):
            problems.extend(unknown_names(options, record, header.options))
        return options, problems

    @classmethod
    def shows(cls, argument: str, options: TimelineOptions, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the selected events; a short form names them and links to their home, and is none itself."""
        del argument
        if options.layout == "list":
            yield from (("event", event.id) for event in select(record, options))

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: TimelineOptions) -> Markup:
        """Return the selected events as a list or a drawing."""
        contents, page = view.contents, view.page
        home = contents.home_page("event")
        whole = view.page_url(home) if home and home != page.path and contents.page(home) else None
        events = select(contents.record, options)
        is_listed = contents.page(page.path) is not None
        embed = timeline_id(page.stem, block.number) if events and is_listed else ""
        if options.layout == "glance":
            return view.render.glance(
                events,
                lanes=options.lanes,
                all_url=whole,
                as_known=options.as_known,
                embed=embed,
                form=options.scale,
                window=(options.from_, options.to),
            )
        return view.render.timeline(
            events,
            group=options.group,
            heading=options.heading,
            layout=options.layout,
            all_url=whole,
            as_known=options.as_known,
            embed=embed,
            is_whole=home == page.path,
        )
