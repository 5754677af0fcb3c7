"""A catalogue: one frozen value known by its content, here and in another process."""

from __future__ import annotations

import json
import pickle

import pytest
from own_subject import EXTENSION, FIRE, another_process, catalogue_of

from antq_reports.catalogue import Catalogue, Group, Metric, MetricPath, bundled_catalogue
from antq_reports.catalogue.catalogue import digest_of, to_json
from antq_reports.catalogue.subject import bundled_of_digest, catalogue_of_json
from antq_reports.errors import SubjectError

BUNDLED = bundled_catalogue()
AWARDS = "rewards.awards"


def test_entries_are_metrics_and_groups_by_path() -> None:
    """In the order of the catalogue; names are none."""
    entry = BUNDLED.entries[0]
    assert ("context.population", "context", "population") == (entry.path, entry.section, entry.name)
    assert {Metric, Group} == {type(each.declaration) for each in BUNDLED.entries}
    assert [each.path for each in BUNDLED.entries] == list(BUNDLED.by_path)
    assert "models.named" not in BUNDLED.by_path


@pytest.mark.parametrize(
    ("path", "is_there"),
    [
        ("weapons.detonators", True),
        ("weapons.detonators.previous", True),
        ("weapons.tanks", False),
        ("weapons.detonators[0]", False),
        (AWARDS, True),
        (f"{AWARDS}[3]", True),
        (f"{AWARDS}[3].individuals", True),
        (f"{AWARDS}[3].form", False),
        ("commitments.transport_pledges_by_group[0].figure", True),
        ("models.named", False),
        ("extra.boats", False),
    ],
)
def test_a_catalogue_answers_for_what_it_declares(path: str, is_there: bool) -> None:
    """A metric, a group, a row, a column."""
    assert is_there == BUNDLED.answers(MetricPath.of(path))


@pytest.mark.parametrize(
    ("path", "is_metric"),
    [
        ("weapons.detonators", True),
        (f"{AWARDS}[3].individuals", True),
        ("extra.boats", True),
        ("extra.boats[0]", False),
        ("weapons.detonators.previous", False),
        ("weapons.detonators.percent", False),
        ("weapons.tanks", False),
        ("visit.programme.date", False),
        ("", False),
    ],
)
def test_a_figures_own_address_is_a_metric(path: str, is_metric: bool) -> None:
    """A part of a figure is none, nor is what nobody declared; extras need no declaration."""
    assert is_metric == BUNDLED.is_metric(path)


def test_a_catalogue_is_its_content() -> None:
    """Comments and blanks are none of it; a word more is another catalogue."""
    one, same = catalogue_of(FIRE), catalogue_of("# Chữa cháy\n" + FIRE.replace(" = ", "  =  "))
    other = catalogue_of(FIRE.replace("vụ cháy nào", "đám cháy nào"))
    assert (one, hash(one), one.digest) == (same, hash(same), same.digest)
    assert one != other
    assert one.digest != other.digest
    assert one != FIRE


def test_the_order_of_a_catalogue_is_content() -> None:
    """A brief takes its sections in it."""
    data = json.loads(to_json(catalogue_of(FIRE).data))
    assert digest_of(data) != digest_of(dict(reversed(data.items())))


def test_the_digest_is_that_of_the_data_that_travel() -> None:
    """What a brief carries gives the same catalogue, extended ones too."""
    for text in (FIRE, EXTENSION):
        made = catalogue_of(text)
        assert made.digest == digest_of(json.loads(to_json(made.data)))
        assert made == catalogue_of_json(to_json(made.data))
        assert (made.name, made.base) == (catalogue_of_json(to_json(made.data)).name, made.base)


def facts(catalogue: Catalogue) -> tuple[str, str, bool, int, str]:
    """What another process sees of a catalogue."""
    return catalogue.digest, catalogue.base, catalogue.is_bundled, len(catalogue.entries), catalogue.title


def test_a_catalogue_crosses_to_another_process() -> None:
    """The bundled one as its name, one's own as its data; equal again on the way back."""
    with another_process() as call:
        for catalogue in (BUNDLED, catalogue_of(FIRE), catalogue_of(EXTENSION)):
            assert facts(catalogue) == call(facts, catalogue)
            back = call(same, catalogue)
            assert (catalogue, catalogue.is_bundled) == (back, back.is_bundled)


def same(catalogue: Catalogue) -> Catalogue:
    """What came."""
    return catalogue


def test_the_bundled_catalogue_travels_as_its_name() -> None:
    """And is the same object again: nothing is read twice."""
    assert BUNDLED is pickle.loads(pickle.dumps(BUNDLED))
    assert len(pickle.dumps(BUNDLED)) < 300


def test_another_version_of_a_bundled_catalogue_is_refused() -> None:
    """Rather than taken for this one."""
    assert BUNDLED is bundled_of_digest(BUNDLED.name, BUNDLED.digest)
    with pytest.raises(SubjectError):
        bundled_of_digest(BUNDLED.name, "0" * 64)


def test_a_copy_of_the_bundled_catalogue_is_the_bundled_one() -> None:
    """Whoever carries it: models kept by content are never made from a stranger's copy."""
    assert BUNDLED is catalogue_of_json(to_json(BUNDLED.data))
