"""`explainer schema`: the record's fields, for programs that help to write it."""

import json
from pathlib import Path

import click

from explainer.files.writing import write_whole
from explainer.record.kinds.registry import collections
from explainer.record.schema import schema_of


@click.command()
@click.argument("collection", type=click.Choice(list(collections())), required=False)
@click.option(
    "--write", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write all of them to a folder."
)
def schema(collection: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of a collection, or write those of all collections to a folder."""
    if (collection is None) == (folder is None):
        message = "name a collection to print, or a folder with --write"
        raise click.UsageError(message)
    for name in [collection] if collection else collections():
        text = json.dumps(schema_of(name), indent=2, ensure_ascii=False) + "\n"
        if folder is None:
            click.echo(text, nl=False)
        else:
            write_whole(folder / f"{name}.json", text.encode())
