import pytest

from termlint.linting.relating import relationship_in


@pytest.mark.parametrize(
    ("definition", "relationship"),
    [
        ("Person whom the firm advises and represents over many years.", "ongoing"),
        ("someone who buys goods in a shop and returns them for a refund", "transactional"),
        ("a person", "unclear"),
        ("", "unclear"),
        ("client", "unclear"),
    ],
)
def test_a_definition_tells_the_relationship(definition: str, relationship: str) -> None:
    assert relationship_in(definition) == relationship
