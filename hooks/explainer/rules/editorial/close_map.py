"""A map of the coasts says nothing of places in one town: these need a plan, as a picture of one's own."""

from collections.abc import Iterator

from explainer.problems.problem import Problem
from explainer.record.contents import Contents
from explainer.record.queries.distance import span_of
from explainer.rules.rule import Rule

NEAREST = 50
"""How many kilometres a locator map spans at the least, to say something."""


def _close(contents: Contents) -> Iterator[Problem]:
    for page in contents.pages:
        for block in contents.blocks.get(page.path, ()):
            places = [
                contents.record.places[id_]
                for kind, id_ in block.shows
                if kind == "place" and id_ in contents.record.places
            ]
            if block.name == "map" and len(places) > 1 and span_of(places) < NEAREST:
                distance = max(round(span_of(places)), 1)
                message = f"the places of a map lie within {distance} km, where it shows no more than a coast"
                hint = "give a plan of your own under `picture`, with `marks`"
                yield Problem(page.document.file, 0, 0, message, hint=hint)


RULE = Rule(
    name="close-map",
    doc=__doc__,
    severity="advice",
    says="the places of a map lie within",
    in_site=_close,
)
