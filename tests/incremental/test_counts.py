"""How much work a build does after each kind of edit, counted at the doors: no clock is needed.

The site has 40 articles and 30 entries. What is counted: files read as Markdown, bytes digested,
pages rendered, and the files and bytes written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

import builder.load.markdown
import builder.render.renderer
import builder.write.staging
from bench.corpus import Corpus, corpus
from bench.peers import backstory
from bench.saves import saves
from builder.pages.views import Page
from builder.write.staging import File
from tests.smallsite import built, tree

ARTICLES, ENTRIES = 40, 30
SIZE = f"{ARTICLES}x{ENTRIES}"
print_ = print
