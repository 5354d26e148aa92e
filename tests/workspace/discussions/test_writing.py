"""Beginning, answering, correcting, deleting, reporting, ending."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from plugins.api.actors import actor_for
from plugins.api.errors import Invalid, Missing, Refused
from plugins.api.models import Delivery
from tests.factories import join_group, make_discussion, make_group
from workspace.actions import discussions as doing
from workspace.actions import posts as saying
from workspace.models import Discussion, DiscussionReading, GroupState, PostReport
from workspace.queries.readers import sign_of, who_gains

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


def test_links_and_lists_are_recognised_and_nothing_runs(member):
    text = "Siehe https://example.org/a_b_c\nneue Zeile\n\n- eins\n- zwei\n\n<script>alert(1)</script> *so*"
    post = make_discussion(by=member, text=text).posts.get()
    assert '<a href="https://example.org/a_b_c"' in post.html
    assert "<br>" in post.html
    assert "<li>eins</li>" in post.html
    assert "<script" not in post.html
    assert "*so*" in post.html
    assert "<script>alert(1)</script> *so*" in post.plain


def test_plain_text_keeps_the_stars_that_gender_and_markdown_is_read_where_it_is_said(member):
    text = "Mentor*innen und Helfer*innen"
    discussion = make_discussion(by=member, text=text)
    post = discussion.posts.get()
    assert post.html.strip() == f"<p>{text}</p>"
    written = "**Mentor\\*innen** und *alle*\n\n> Zitat\n\n[Seite](https://example.org) [b](javascript:alert(1)) <b>"
    post = saying.edit_post(post, written, actor=actor_for(member), is_formatted=True)
    assert "<strong>Mentor*innen</strong> und <em>alle</em>" in post.html
    assert "<blockquote>" in post.html and '<a href="https://example.org">Seite</a>' in post.html
    assert 'href="javascript' not in post.html and "<b>" not in post.html
    assert "Mentor*innen und alle" in post.plain


@pytest.mark.parametrize("text", ["", "  \n", "- ", "> "])
def test_a_post_without_words_is_not_sent(member, text):
    discussion = make_discussion(by=member)
    with pytest.raises(Invalid, match="etwas"):
        saying.write_post(discussion, text, actor=actor_for(member), is_formatted=True)


def test_a_post_stands_under_the_county_for_which_its_author_came(member, group):
    assert make_discussion(by=member, group=group).posts.get().county.key == "99001"
    assert make_discussion(by=member).posts.get().county.key == "99001"


def test_a_post_shows_that_the_group_is_not_quiet(member, group):
    before = group.active_at
    make_discussion(by=member, group=group)
    group.refresh_from_db()
    assert group.active_at > before


def test_only_members_of_a_group_begin_in_it_and_nobody_once_it_is_closed(member, outsider, office, group):
    for person in (outsider, office):
        with pytest.raises(Refused, match="Mitglieder|members"):
            make_discussion(by=person, group=group)
    discussion = make_discussion(by=member, group=group)
    group.state = GroupState.CLOSED
    group.save()
    with pytest.raises(Refused):
        make_discussion(by=member, group=group)
    with pytest.raises(Refused):
        saying.write_post(discussion, "Noch etwas", actor=actor_for(member))


def test_guests_begin_nothing_outside_of_groups(guest):
    with pytest.raises(Refused):
        make_discussion(by=guest)


@pytest.mark.parametrize(("title", "text", "field"), [("", "Text", "title"), ("Titel", " \n", "text")])
def test_a_discussion_needs_title_and_text(member, title, text, field):
    with pytest.raises(Invalid) as told:
        doing.start_discussion(title=title, text=text, reach="members", actor=actor_for(member))
    assert list(told.value.errors) == [field]
    assert not Discussion.objects.exists()


def test_only_people_who_take_part_are_named(member, applicant):
    for persons in ([], [applicant], [member]):
        with pytest.raises(Invalid) as told:
            doing.start_discussion(
                title="Zu zweit", text="Hallo", reach="persons", persons=persons, actor=actor_for(member)
            )
        assert list(told.value.errors) == ["persons"]


def test_an_earlier_wording_stays_readable(member):
    post = make_discussion(by=member, text="Erst so").posts.get()
    saying.edit_post(post, "Dann so", actor=actor_for(member))
    post.refresh_from_db()
    assert (post.plain, post.edited_at is None) == ("Dann so", False)
    assert [version.html for version in post.versions.all()] == ["<p>Erst so</p>\n"]


def test_nobody_edits_what_others_wrote(member, coordinator, group):
    post = make_discussion(by=member, group=group).posts.get()
    with pytest.raises(Refused):
        saying.edit_post(post, "Anders", actor=actor_for(coordinator))


def test_a_deleted_post_leaves_a_trace_without_words(member, coordinator, group):
    discussion = make_discussion(by=coordinator, group=group, posts=[member])
    post = discussion.posts.last()
    saying.edit_post(post, "Geändert", actor=actor_for(member))
    doing.mark_answer(post, actor=actor_for(coordinator))
    saying.delete_post(post, actor=actor_for(coordinator))
    post.refresh_from_db()
    discussion.refresh_from_db()
    assert (post.text, post.html, post.plain, post.versions.count()) == ("", "", "", 0)
    assert (post.deleted_by, discussion.answer) == (coordinator, None)


def test_the_office_deletes_for_all_members_only(member, office, coordinator, group):
    saying.delete_post(make_discussion(by=member).posts.get(), actor=actor_for(office))
    with pytest.raises(Missing):
        saying.delete_post(make_discussion(by=member, group=group).posts.get(), actor=actor_for(office))


def test_whoever_began_it_marks_the_answer_and_takes_it_back(member, mentor, outsider):
    discussion = make_discussion(by=member, posts=[mentor])
    answer = discussion.posts.last()
    with pytest.raises(Refused):
        doing.mark_answer(answer, actor=actor_for(outsider))
    assert doing.mark_answer(answer, actor=actor_for(member)).answer == answer
    assert doing.unmark_answer(discussion, actor=actor_for(member)).answer is None


def test_a_closed_discussion_is_only_read_until_it_is_opened(member, mentor):
    discussion = doing.close_discussion(make_discussion(by=member), actor=actor_for(member))
    with pytest.raises(Refused):
        saying.write_post(discussion, "Doch noch", actor=actor_for(mentor))
    doing.reopen_discussion(discussion, actor=actor_for(member))
    saying.write_post(discussion, "Doch noch", actor=actor_for(mentor))


def test_nothing_is_widened_without_showing_to_whom(member, coordinator, mentor, group):
    discussion = make_discussion(by=member, group=group)
    change = {"reach": "members", "actor": actor_for(member)}
    with pytest.raises(Invalid) as told:
        doing.change_readers(discussion, **change)
    assert list(told.value.errors) == ["agreed_to"]
    gains = list(who_gains(discussion, "members", None, []))
    assert mentor in gains and coordinator not in gains
    doing.change_readers(discussion, **change, agreed_to=sign_of(gains))
    discussion.refresh_from_db()
    assert (discussion.reach, discussion.group) == ("members", None)


def test_agreeing_to_some_does_not_open_it_to_others(member, group, request):
    discussion = make_discussion(by=member, group=group)
    sign = sign_of(who_gains(discussion, "members", None, []))
    request.getfixturevalue("outsider")  # another county comes in meanwhile
    with pytest.raises(Invalid):
        doing.change_readers(discussion, reach="members", agreed_to=sign, actor=actor_for(member))


def test_narrowing_needs_no_agreement(member, coordinator, group):
    discussion = make_discussion(by=member)
    doing.change_readers(discussion, reach="group", group=group, actor=actor_for(member))
    discussion.refresh_from_db()
    assert discussion.group == group


def test_only_who_reads_it_is_mentioned(member, coordinator, mentor, group):
    text = f"@{coordinator.get_full_name()} und @{mentor.get_full_name()}: was meinen Sie?"
    assert list(make_discussion(by=member, group=group, text=text).posts.get().mentioned.all()) == [coordinator]


def test_a_report_goes_to_coordinators_and_is_answered(member, coordinator, outsider, group):
    post = make_discussion(by=coordinator, group=group).posts.get()
    with pytest.raises(Missing):
        saying.report_post(post, "Unhöflich", actor=actor_for(outsider))
    report = saying.report_post(post, "Unhöflich", actor=actor_for(member))
    with pytest.raises(Refused):
        saying.resolve_report(report, "Erledigt", actor=actor_for(member))
    saying.resolve_report(report, "Wir haben gesprochen.", actor=actor_for(coordinator))
    assert PostReport.objects.get().resolution == "Wir haben gesprochen."


def test_how_far_somebody_read_never_goes_back(member, mentor):
    discussion = make_discussion(by=member)
    for newest in (7, 5):
        doing.mark_read(discussion, newest, actor=actor_for(mentor))
    doing.set_attention(discussion, "muted", actor=actor_for(mentor))
    reading = DiscussionReading.objects.get(user=mentor)
    assert (reading.last_read, reading.attention) == (7, "muted")


def test_the_audit_trail_knows_no_titles_and_nothing_between_persons(member, mentor):
    make_discussion("Ganz geheim", by=member)
    make_discussion("Noch geheimer", by=member, persons=[mentor])
    said = list(ModelLogEntry.objects.filter(action="workspace.start_discussion").values_list("label", flat=True))
    assert len(said) == 1 and "geheim" not in said[0].lower()


def test_what_happens_is_announced(member, mentor):
    discussion = make_discussion(by=member, posts=[mentor])
    doing.close_discussion(discussion, actor=actor_for(member))
    assert Delivery.objects.filter(fact="DiscussionChanged", payload__discussion_id=discussion.pk).exists()
    assert Delivery.objects.filter(fact="PostWritten", payload__post_id=discussion.posts.last().pk).exists()
