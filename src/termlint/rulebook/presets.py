"""The house styles that are shipped."""

from termlint.rulebook.resources import resource_text

PRESETS = tuple("default always-client always-customer user-first care professional-services retail saas contracts".split())


def preset_text(name: str) -> str:
    return resource_text(f"presets/{name}.yaml")
