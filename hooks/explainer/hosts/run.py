"""MkDocs run from here: a site is built, served, or read without being built.

`mkdocs` means the host that `choice.use` has chosen. What is done is what MkDocs' own command line does, whose
options, unlike ours, are MkDocs' alone.
"""

import logging
import os
import re
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.__main__ import ColorFormatter
from mkdocs.commands import build, serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from explainer.characters import as_utf8
from explainer.edition import Edition
from explainer.hosts.choice import HostError
from explainer.hosts.mkdocs import ExplainerPlugin, Read
from explainer.problems.problem import Problem, in_order
from explainer.site.config import OURS, read_site

LOGGERS = ("mkdocs", "properdocs")

QUOTED = re.compile(r"'([^']+)'")
"""What a host's message names: a page's path from the folder of pages, among other things."""


def build_site(config_file: Path, *, level: int = logging.INFO, **options: Any) -> None:
    """Build a site as `mkdocs build` does.

    Args:
        config_file: Its configuration file.
        level: From which level on the host's messages are printed.
        options: What takes the place of values in the configuration; those that are None do not.

    Raises:
        click.ClickException: It cannot be built. Why has been printed.
    """
    with _printing(level):
        config = _config(config_file, **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build.build(config)
        finally:
            config.plugins.on_shutdown()


def serve_site(
    config_file: Path,
    port: int | None,
    *,
    watch: list[str],
    open_in_browser: bool,
    level: int = logging.INFO,
    **options: Any,
) -> None:
    """Serve a site, and build it again whenever a file is saved, until its reader breaks off.

    Args:
        config_file: Its configuration file.
        port: The port; None for the one that the configuration names, or any that is free if that one is taken.
        watch: Files and folders to watch besides those of the host.
        open_in_browser: Whether to show the site once it is built.
        level: From which level on the host's messages are printed.
        options: What takes the place of values in the configuration; those that are None do not.

    Raises:
        HostError: The port is taken.
        click.ClickException: The site cannot be served. Why has been printed.
    """
    with _printing(level):
        configured: tuple[str, int] = _config(config_file, **options).dev_addr
        address = _free_address(configured[0], port or configured[1], insists=port is not None)
        serve.serve(
            str(config_file), livereload=True, watch=watch, open_in_browser=open_in_browser, dev_addr=address, **options
        )


def _config(config_file: Path, **options: Any) -> MkDocsConfig:
    """Return a site's configuration as its host has it.

    Raises:
        HostError: The host would break down over it.
        click.ClickException: It is wrong. Why has been printed.
    """
    try:
        config: MkDocsConfig = load_config(str(config_file), **options)
    except (ValueError, RecursionError) as error:
        found = read_site(config_file).problems
        message = "\n".join(map(str, in_order(found))) or f"`{config_file}` cannot be read: {error}"
        raise HostError(message) from error
    for file in Path(config.docs_dir).rglob("*"):
        if (shown := as_utf8(str(file))) != str(file):
            message = f"{shown}: the file's name is no text in UTF-8, of which an address could be made"
            raise HostError(message)
    return config


def _free_address(host: str, port: int, *, insists: bool) -> str:
    """Return an address to serve at: with a port, or where that is taken and nobody insists on it, with a free one."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if sys.platform != "win32":  # where it means that two may share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does
        try:
            probe.bind((host, port))
        except OSError as error:
            if insists:
                message = f"port {port} cannot be used ({error.strerror}); without `--port` a free one is found"
                raise HostError(message) from error
            probe.bind((host, 0))
        return f"{host}:{probe.getsockname()[1]}"


@contextmanager
def _printing(level: int) -> Iterator[None]:
    """Print what the host tells, as its own command line does."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's notice is for who chooses a host
    printed = logging.StreamHandler()
    colours = sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    printed.setFormatter(ColorFormatter() if colours else logging.Formatter("%(levelname)-8s-  %(message)s"))
    with _told_to(printed, level):
        yield


@contextmanager
def _told_to(handler: logging.Handler, level: int) -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(logger.level, logger.propagate) for logger in loggers]
    for logger in loggers:
        logger.setLevel(level)
        logger.propagate = False
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger, (former, propagates) in zip(loggers, before, strict=True):
            logger.removeHandler(handler)
            logger.propagate = propagates
            logger.setLevel(former)


# --- read, and not built ------------------------------------------------------------------------------------------


class _Heard(logging.Handler):
    """Keeps what is told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def edition_from_host(config_file: Path) -> Edition:
    """Return the finished edition of a site as its host reads the pages, with every plugin.

    The host begins a build into a folder that is thrown away, and stops when the pages are complete, before it writes
    any. What it and other plugins warn of is among the edition's problems: a strict build is refused for it.

    Raises:
        HostError: The host or a plugin gives up.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    heard = _Heard()
    with TemporaryDirectory(prefix="explainer-") as folder, _told_to(heard, logging.WARNING):
        try:
            # What plugins print would stand in the midst of a report for programs.
            with redirect_stdout(sys.stderr):
                edition = _read(config_file, folder)
        except (Exception, SystemExit) as error:
            raise HostError(_why(error, heard.records)) from error
    edition.problems = in_order([*edition.problems, *_as_problems(heard.records, edition)])
    return edition


def _read(config_file: Path, folder: str) -> Edition:
    config: MkDocsConfig = load_config(str(config_file), site_dir=folder)
    ours = config.plugins[OURS]
    if not isinstance(ours, ExplainerPlugin):
        message = f"`{OURS}` is a plugin of somebody else's"
        raise HostError(message)
    ours.only_reads = True
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build.build(config)
    except Read:
        return ours.edition
    finally:
        config.plugins.on_shutdown()
        ours.only_reads = False  # MkDocs keeps a plugin for the next configuration that the process loads
    message = "the host wrote the site without asking for its pages"
    raise HostError(message)


def _why(error: BaseException, records: list[logging.LogRecord]) -> str:
    told = [record.getMessage() for record in records if record.levelno >= logging.ERROR] or [str(error)]
    return f"the host cannot read the site: {' '.join('; '.join(told).split())}"


def _as_problems(records: Iterable[logging.LogRecord], edition: Edition) -> Iterator[Problem]:
    """Yield what the host and its plugins warn of, but for what we have found ourselves: links that lead nowhere."""
    site = edition.site
    for record in records:
        message = " ".join(record.getMessage().split())
        names = QUOTED.findall(message)
        file = next(
            (page for page in (site.docs / name for name in names) if page.is_file()), site.root / site.config.file
        )
        ours = [problem.message for problem in edition.problems if problem.file == site.shown_as(file)]
        if not any(f"`{name}`" in each for name in names for each in ours):
            yield Problem(site.shown_as(file), 0, 0, message, path="the host warns", severity="warning")
