"""What the environment of mkdocs-materialx needs: our own dependencies and extras, with it in the place of Material.

`python -m tests.plugins.materialx` prints it for `make lock`.
"""

import re
import sys
import tomllib
from itertools import chain

from tests.building import REPOSITORY


def requirements() -> list[str]:
    """Return the requirements, one a line; setuptools builds the editable install without fetching anything more."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (project["optional-dependencies"][name] for name in ("mkdocs", "cards", "links"))
    ours = [*project["dependencies"], *chain.from_iterable(extras)]
    others = [each for each in ours if re.split(r"[^\w-]", each)[0] != "mkdocs-material"]
    return [*others, "mkdocs-materialx", "setuptools>=77"]


if __name__ == "__main__":
    sys.stdout.writelines(f"{each}\n" for each in requirements())
