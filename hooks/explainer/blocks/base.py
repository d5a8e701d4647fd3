"""What the blocks of the record share: options checked against a model, an argument checked against the record."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar
from xml.etree.ElementTree import Element, SubElement

from markupsafe import Markup
from pymdownx.blocks.block import Block, type_any

from explainer.blocks.page import ConvertedPage
from explainer.fields.model import Model
from explainer.fields.validation import validate
from explainer.html.templating import TemplateError
from explainer.problems.problem import Problem, did_you_mean
from explainer.record.record import Record
from explainer.record.references import dangling
from explainer.record.refs import Kind
from explainer.site.pages import BlockHeader

if TYPE_CHECKING:
    from explainer.blocks.extension import ExplainerExtension


class NoOptions(Model):
    """A block without options."""


O = TypeVar("O", bound=Model)  # noqa: E741 - the options of a block


def option_names(model: type[Model]) -> list[str]:
    """Return the names of a block's options as they are typed."""
    return [field.alias or name for name, field in model.model_fields.items()]


class RecordBlock(Block, Generic[O]):
    """A block that shows entries of the record. It has options and perhaps an argument, and no content.

    pymdownx.blocks decides whether a text is a block, and leaves a faulty one on the page as it was typed; that is
    why nothing but its shape is left to it. What the options say is read again from the page's own text, where a date
    is still a date and every value has a line.
    """

    ARGUMENT = None
    argument_kind: ClassVar[Kind | None] = None
    """The kind of entry that the argument names; None for a block without argument."""
    options_model: ClassVar[type[Model]] = NoOptions
    """The block's options."""

    values: O
    """The options of this block."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.OPTIONS = dict.fromkeys(option_names(cls.options_model), (None, type_any))

    @property
    def page(self) -> ConvertedPage:
        """The page that is being converted."""
        extension: ExplainerExtension = self.config["extension"]
        return extension.page

    def on_create(self, parent: Element) -> Element:
        """Find the block in the page's file and check what it says."""
        given = {name: value for name, value in self.options.items() if value is not None and value != {}}
        argument = self.argument or ""
        self.header = self.page.locator.take_header(self.NAME, argument, given)
        self.page.unclosed.append(self)
        self.problems = [] if self.header is None else self.check(self.header, self.page.record)
        self.page.problems.extend(self.problems)
        return SubElement(parent, "p")

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
            message = f"expected the id of {'an' if kind == 'event' else 'a'} {kind}, found nothing"
            hint = f"write `/// {cls.NAME} | {example}`"
        elif kind is not None and record.leads_nowhere(kind, argument):
            message, hint = f"no {kind} `{argument}`", did_you_mean(argument, record.ids(kind))
        if not message:
            return []
        mark = header.argument_mark
        return [Problem(header.options.file, mark.line, mark.column, message, hint=hint)]

    @classmethod
    def _read_options(cls, header: BlockHeader, record: Record) -> tuple[Model | None, list[Problem]]:
        document = header.options
        if document.value is None and not document.problems:
            return cls.options_model(), []
        before = len(document.problems)
        options = validate(cls.options_model, document.value, document) if document.value is not None else None
        problems = list(document.problems)
        del document.problems[before:]
        if options is not None:
            problems.extend(dangling(options, record, document))
        return options, problems

    def on_end(self, block: Element) -> None:
        """Put the rendered entries in the block's place."""
        page = self.page
        page.unclosed.remove(self)
        if len(block) or (block.text or "").strip():
            self._tell_of_content(block)
            block.clear()
            return
        header = self.header
        if header is None or self.problems:
            return
        options, _ = self._read_options(header, page.record)
        self.values = options  # type: ignore[assignment]
        try:
            html = self.show(page)
        except TemplateError as error:
            page.problems.append(Problem(page.locator.file, header.mark.line, header.mark.column, str(error)))
            return
        block.text = self.md.htmlStash.store(html.strip())

    def _tell_of_content(self, block: Element) -> None:
        text = "".join(block.itertext()).strip()
        name = text.split(":", 1)[0].strip()
        is_option = ":" in text.split("\n", 1)[0] and name in option_names(self.options_model)
        hint = "indent options by four spaces" if is_option else "close the block with `///` before the text goes on"
        mark = self.header.mark if self.header else None
        line, column = (mark.line, mark.column) if mark else (0, 0)
        message = f"the block `{self.NAME}` takes options and no text, found `{text.split(chr(10), 1)[0][:60]}`"
        self.page.problems.append(Problem(self.page.locator.file, line, column, message, hint=hint))

    def show(self, page: ConvertedPage) -> Markup:
        """Return the HTML that stands in the block's place."""
        raise NotImplementedError

    def entry(self, entries: Mapping[str, Any]) -> Any:
        """Return the entry that the argument names, or None where its own problems have been told."""
        return entries.get(self.argument)
