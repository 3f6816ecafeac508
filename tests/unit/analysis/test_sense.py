"""Senses with weights made for the test: the fitted ones change."""

from termlint.analysis.bags import WordBags
from termlint.analysis.linear import LinearModel
from termlint.analysis.sense import SENSES, SenseReading, read_senses
from termlint.analysis.sense_views import SenseViews
from termlint.model.mention import Sense
from termlint.rulebook import senses
from tests.unit.analysis.build import laid_out

MODEL = LinearModel("sense", SENSES, {"bias": (3, 0, 0, 0), "w1=page": (0, 9, 0, 0)})


def read(*blocks: str, model: LinearModel = MODEL) -> list[SenseReading]:
    layout = laid_out(*blocks)
    return read_senses(model, SenseViews(layout, senses.load_compiled(), WordBags(layout)), layout.hits)


def test_the_likeliest_sense_is_read_with_its_chance() -> None:
    party, software = read("A client waits.", "Open the customer page.")
    assert (party.sense, software.sense) == (Sense.PARTY, Sense.SOFTWARE)
    assert party.probability == party.party > 0.5
    assert software.probability > 0.5 > software.party


def test_each_leans_a_little_towards_the_others() -> None:
    (alone,) = read("A client waits.")
    among = read("A client waits.", *["Open the customer page."] * 5)[0]
    assert among.sense is Sense.PARTY
    assert among.party < alone.party


def test_no_mention_shouts_the_others_down() -> None:
    loud = LinearModel("sense", SENSES, {"bias": (3, 0, 0, 0), "w1=page": (0, 10**9, 0, 0)})
    party, software = read("A client waits.", "The customer page.", model=loud)
    assert (party.sense, software.sense) == (Sense.PARTY, Sense.SOFTWARE)


def test_no_weight_at_all_is_a_full_reading() -> None:
    (reading,) = read("A client", model=LinearModel("sense", SENSES, {}))
    assert reading.probability == 0.25
    assert read("Nobody") == []
