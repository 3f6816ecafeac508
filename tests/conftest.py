"""What holds for every test."""

import os

from hypothesis import settings

# How long a thing takes is measured in bench/; a busy machine must not fail a test.
settings.register_profile("termlint", deadline=None)
settings.load_profile("termlint")

# Every text is read, in the processes that tests start, too; tests of what is kept of earlier runs allow it again.
os.environ["TERMLINT_NO_CACHE"] = "1"
