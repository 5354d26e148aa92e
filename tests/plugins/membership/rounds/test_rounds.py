"""The office keeps rounds and criteria in the admin; criteria stay once the first assessment was sent."""

from __future__ import annotations

import pytest

from plugins.api.access import may
from plugins.api.actors import actor_for
from plugins.membership.actions.assessments import save_assessment
from plugins.membership.models import AssessmentMark, Criterion, InterestRound
from tests.factories.joining import make_application, make_assessment, make_round

pytestmark = pytest.mark.django_db

ROUNDS = "/cms/membership/interestround/"
DATES = {"opens_on": "2026-03-01", "closes_on": "2026-03-31", "decides_by": "2026-05-31"}


def typed(
    *criteria: str, round: InterestRound | None = None, without: tuple[str, ...] = (), **changes
) -> dict[str, object]:
    """What the form sends: known criteria keep their number, and go when they are named in `without`."""
    known = {one.title: one.pk for one in Criterion.objects.filter(round=round)} if round else {}
    data: dict[str, object] = {
        "title": "Runde",
        "places": "",
        **DATES,
        "criteria-TOTAL_FORMS": len(criteria),
        "criteria-INITIAL_FORMS": len(known),
        "criteria-MIN_NUM_FORMS": 0,
        "criteria-MAX_NUM_FORMS": 1000,
    }
    order = 1
    for index, title in enumerate(criteria):
        prefix = f"criteria-{index}-"
        data |= {f"{prefix}title": title, f"{prefix}explanation": "", f"{prefix}ORDER": order}
        order += title not in without
        data |= {f"{prefix}id": known.get(title, ""), f"{prefix}DELETE": "1" if title in without else ""}
    return data | changes


def titles(round: InterestRound) -> list[str]:
    return list(Criterion.objects.filter(round=round).values_list("title", flat=True))


@pytest.mark.parametrize("address", [ROUNDS, ROUNDS + "create/"])
@pytest.mark.parametrize(("who", "status"), [("office", 200), ("admin", 200), ("member", 403)])
def test_the_office_keeps_them(who, status, address, request, as_client):
    assert as_client(request.getfixturevalue(who)).get(address).status_code == status


def test_a_round_with_criteria_in_their_order(office, as_client):
    response = as_client(office).post(ROUNDS + "create/", typed("Ländlich", "Zeit"))
    assert response.status_code == 302, response.context["form"].errors
    round = InterestRound.objects.get()
    assert titles(round) == ["Ländlich", "Zeit"]


def test_dates_in_their_order(office, as_client):
    wrong = as_client(office).post(ROUNDS + "create/", typed(closes_on="2026-02-01"))
    assert list(wrong.context["form"].errors) == ["closes_on"]
    wrong = as_client(office).post(ROUNDS + "create/", typed(decides_by="2026-03-15"))
    assert list(wrong.context["form"].errors) == ["decides_by"]


def test_criteria_change_while_there_are_only_drafts_and_take_along_what_drafts_say(office, member, as_client):
    round = make_round()
    draft = make_assessment(make_application("complete", round=round), member)
    marks = dict.fromkeys(Criterion.objects.values_list("pk", flat=True), (1, ""))
    save_assessment(draft, summary="", marks=marks, actor=actor_for(member))
    first, second, third = titles(round)
    data = typed(first, second, third, "Neu", round=round, without=(second,))
    response = as_client(office).post(f"{ROUNDS}edit/{round.pk}/", data)
    assert response.status_code == 302, response.context["form"].errors
    assert titles(round) == [first, third, "Neu"]
    assert AssessmentMark.objects.count() == 2


def test_after_the_first_sent_assessment_criteria_stay_and_dates_may_change(office, member, as_client):
    round = make_round()
    make_assessment(make_application("complete", round=round), member, sent=True)
    before, browser = titles(round), as_client(office)
    address = f"{ROUNDS}edit/{round.pk}/"
    for data in (typed(*before, "Neu", round=round), typed(*before, round=round, without=(before[0],))):
        refused = browser.post(address, data)
        assert refused.status_code == 200
        assert "können nicht mehr geändert werden" in str(refused.context["form"].non_field_errors())
        assert titles(round) == before
    assert browser.post(address, typed(*before, round=round, title="Länger offen")).status_code == 302
    round.refresh_from_db()
    assert (round.title, titles(round)) == ("Länger offen", before)
    assert not may(actor_for(office), "change_criteria", round)


def test_a_round_in_which_counties_applied_stays(office, as_client):
    used, unused = make_round(), make_round()
    make_application(round=used)
    for round in (used, unused):
        as_client(office).post(f"{ROUNDS}delete/{round.pk}/")
    assert list(InterestRound.objects.all()) == [used]
