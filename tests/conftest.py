"""What holds for every test."""

from hypothesis import settings

# How long a thing takes is measured in bench/; a busy machine must not fail a test.
settings.register_profile("termlint", deadline=None)
settings.load_profile("termlint")
