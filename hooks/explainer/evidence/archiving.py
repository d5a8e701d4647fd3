"""Has a copy of a page made by the Internet Archive, whose Save Page Now is asked as it wants to be asked."""

import os
import re
import time

import requests
import savepagenow
from savepagenow.exceptions import BlockedByRobots, Forbidden, TooManyRequests, Unauthorized, WaybackRuntimeError

from explainer.evidence.addresses import USER_AGENT

PAUSE = 15.0
"""How many seconds lie between two pages that are saved: the archive lets who has no key save four in a minute."""

TIMEOUT = 180
"""How many seconds a page may take to be saved."""

KEYS = ("SAVEPAGENOW_ACCESS_KEY", "SAVEPAGENOW_SECRET_KEY")
"""The variables of the environment that hold the key of an account at the archive, where there is one."""

MOMENT = re.compile(r"/web/(\d{4})(\d\d)(\d\d)\d{0,6}/")


class NoCopyError(Exception):
    """No copy was made.

    Attributes:
        ends: Whether the archive would take no other page either, for now.
    """

    def __init__(self, message: str, *, ends: bool = False) -> None:
        super().__init__(message)
        self.ends = ends


def has_key() -> bool:
    """Whether the environment holds the key of an account."""
    return all(os.environ.get(name) for name in KEYS)


def copy_of(url: str) -> tuple[str, str]:
    """Have a copy made, or get the one that was made a moment ago.

    Returns:
        The copy's address, and its day as EDTF has it; that is empty where the archive does not say.

    Raises:
        NoCopyError: There is none.
    """
    try:
        copy, _ = savepagenow.capture_or_cache(url, user_agent=USER_AGENT, timeout=TIMEOUT, authenticate=has_key())
    except TooManyRequests:
        message = "the archive asks to be left alone for a while; run the command again later"
        raise NoCopyError(message, ends=True) from None
    except Unauthorized:
        message = f"the archive does not know the key in {' and '.join(KEYS)}"
        raise NoCopyError(message, ends=True) from None
    except (BlockedByRobots, Forbidden):
        message = "the page does not let itself be archived"
        raise NoCopyError(message) from None
    except (WaybackRuntimeError, requests.RequestException):
        message = "the archive did not save the page"
        raise NoCopyError(message) from None
    found = MOMENT.search(copy)
    return copy, "-".join(found.groups()) if found else ""


def pause() -> None:
    """Wait until the archive may be asked for the next page."""
    time.sleep(PAUSE / 3 if has_key() else PAUSE)
