"""What the blocks of the record share: options checked against a model, an argument checked against the record."""

import re
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Generic, TypeVar, cast
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup
from pymdownx.blocks.block import Block, type_any

from explainer.blocks.draft import BlockSlot, Draft
from explainer.blocks.header import BlockHeader, header_without_place
from explainer.blocks.page import PageView
from explainer.characters import shown
from explainer.fields.model import Model
from explainer.fields.validation import validate
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.contents import PlacedBlock
from explainer.record.kinds.refs import Kind
from explainer.record.record import Record
from explainer.record.references import dangling


class NoOptions(Model):
    """A block without options."""


O = TypeVar("O", bound=Model)  # noqa: E741 - the options of a block

DRAFT = "draft"
"""The name under which a block finds in its configuration what returns the page that is being converted."""


def option_names(model: type[Model]) -> list[str]:
    """Return the names of a block's options as they are typed."""
    return [field.alias or name for name, field in model.model_fields.items()]


def ids_in(argument: str) -> list[str]:
    """Return the ids behind the bar, where a block takes several."""
    return [id_ for id_ in re.split(r"[,\s]+", argument) if id_]


def unknown_ids(header: BlockHeader, kind: Kind, record: Record) -> list[Problem]:
    """Return a problem for each id behind the bar that is certainly no entry's."""
    mark, found = header.argument_mark, []
    for id_ in ids_in(header.argument):
        if record.get(kind, id_) is None and (kind, id_) not in record.broken and kind not in record.unreadable:
            hint = did_you_mean(id_, record.ids(kind))
            message = f"no {kind} {shown(id_)}"
            found.append(Problem(header.options.file, mark.line, mark.column, message, hint=hint))
    return found


class RecordBlock(Block, Generic[O]):
    """A block that shows entries of the record. It has options and perhaps an argument, and no content.

    A block is one file with a class of this kind: it says what it is called, what it takes, what it shows whole, and
    what HTML stands in its place once all pages are there.

    pymdownx.blocks decides whether a text is a block, and leaves a faulty one on the page as it was typed; that is
    why nothing but its shape is left to it. What the options say is read again from the page's own text, where a date
    is still a date and every value has a line.
    """

    ARGUMENT = None
    argument_kind: ClassVar[Kind | None] = None
    """The kind of entry that the argument names; None for a block without argument."""
    kind: ClassVar[Kind | None] = None
    """The kind of the entries that it shows; None for a block that shows none of the record."""
    options_model: ClassVar[type[Model]] = NoOptions
    """The block's options."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.OPTIONS = dict.fromkeys(option_names(cls.options_model), (None, type_any))
        cls.kind = cls.kind or cls.argument_kind

    @classmethod
    def shows(cls, argument: str, options: O, record: Record) -> Iterator[tuple[Kind, str]]:
        """Yield the entries that the block shows whole, so that a link to them is answered on its page.

        Args:
            argument: What stands behind the bar.
            options: Its options.
            record: What is known.
        """
        del argument, options, record
        return iter(())

    @classmethod
    def kind_of(cls, argument: str, options: O) -> Kind | None:
        """Return the kind of the entries that a block needs to be there; None for one that needs none.

        Args:
            argument: What stands behind the bar.
            options: Its options.
        """
        del argument, options
        return cls.kind

    @classmethod
    def show(cls, view: PageView, block: PlacedBlock, options: O) -> Markup:
        """Return the HTML that stands in the block's place, once all pages are there.

        Args:
            view: The page as a place where entries are shown.
            block: The block as it stands on the page.
            options: Its options.
        """
        raise NotImplementedError

    @classmethod
    def shown(cls, view: PageView, block: PlacedBlock) -> Markup:
        """Return the HTML of a placed block."""
        return cls.show(view, block, cast("O", block.options))

    @classmethod
    def check(cls, header: BlockHeader, record: Record) -> list[Problem]:
        """Return what is wrong with a block's argument and options."""
        return [*cls._check_argument(header, record), *cls._read_options(header, record)[1]]

    @classmethod
    def _check_argument(cls, header: BlockHeader, record: Record) -> list[Problem]:
        kind, argument = cls.argument_kind, header.argument
        message = hint = ""
        if kind is None and argument:
            message = f"the block `{cls.NAME}` takes nothing behind the bar, found `{argument}`"
        elif kind is not None and not argument:
            example = next(iter(record.ids(kind)), "id")
            message = f"expected the id of {'an' if kind[0] in 'aeiou' else 'a'} {kind}, found nothing"
            hint = f"write `/// {cls.NAME} | {example}`"
        elif kind is not None and record.leads_nowhere(kind, argument):
            message, hint = f"no {kind} {shown(argument)}", did_you_mean(argument, record.ids(kind))
        if not message:
            return []
        mark = header.argument_mark
        return [Problem(header.options.file, mark.line, mark.column, message, hint=hint)]

    @classmethod
    def _read_options(cls, header: BlockHeader, record: Record) -> tuple[Model | None, list[Problem]]:
        document = header.options
        if document.value is None:
            return None if document.problems else cls.options_model(), document.problems
        options, problems = validate(cls.options_model, document.value, document)
        if options is not None:
            problems.extend(dangling(options, record, document))
        return options, [*document.problems, *problems]

    # --- as pymdownx.blocks calls it ---

    @property
    def draft(self) -> Draft:
        """The page that is being converted."""
        current: Callable[[], Draft] = self.config[DRAFT]
        return current()

    def on_create(self, parent: Element) -> Element:
        """Find the block in the page's text, check what it says, and note what it shows."""
        draft = self.draft
        given = {name: value for name, value in self.options.items() if value is not None and value != {}}
        argument = self.argument or ""
        header = draft.locator.take_header(self.NAME, argument, given)
        self.header = header or header_without_place(self.NAME, argument, given, draft.locator.file)
        draft.unclosed.append((self, self.NAME, self.header.mark))
        problems = self.check(self.header, draft.record)
        for problem in problems:
            draft.tell(problem)
        options = None if problems else self._read_options(self.header, draft.record)[0]
        number = sum(each.name == self.NAME for each in draft.blocks)
        shows = tuple(self.shows(argument, cast("O", options), draft.record)) if options else ()
        kind = self.kind_of(argument, cast("O", options)) if options else None
        self.placed = PlacedBlock(self.NAME, argument, options, kind, shows, number)
        draft.blocks.append(self.placed)
        place = SubElement(parent, "p")
        place.text = ""  # the extension `footnotes` adds its way back to it where the block ends a note
        return place

    def on_end(self, block: Element) -> None:
        """Keep the block's place for its HTML."""
        draft = self.draft
        draft.unclosed = [each for each in draft.unclosed if each[0] is not self]
        if len(block) or (block.text or "").strip():
            self._tell_of_content(block)
            block.clear()
            block.text = ""
        elif self.placed.options is not None:
            block.text = self.md.htmlStash.store(draft.block_slot(BlockSlot(self.placed, self.header.mark)))

    def _tell_of_content(self, block: Element) -> None:
        text = "".join(block.itertext()).strip()
        name = text.split(":", 1)[0].strip()
        is_option = ":" in text.split("\n", 1)[0] and name in option_names(self.options_model)
        hint = "indent options by four spaces" if is_option else "close the block with `///` before the text goes on"
        mark = self.header.mark
        message = f"the block `{self.NAME}` takes options and no text, found `{text.split(chr(10), 1)[0][:60]}`"
        self.draft.tell(Problem(self.draft.locator.file, mark.line, mark.column, message, hint=hint))
