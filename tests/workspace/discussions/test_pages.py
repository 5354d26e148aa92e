"""Discussions in the browser, without a script."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plugins.api.actors import actor_for
from tests.factories import end_seat, join_group, make_discussion, make_group, make_topic
from workspace.actions.discussions import close_discussion, mark_answer
from workspace.actions.posts import edit_post, write_post
from workspace.models import Discussion, Post, PostReport

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(coordinator, member):
    group = make_group(coordinator=coordinator)
    join_group(group, member)
    return group


def more_posts(discussion, by, count):
    rows = [
        Post(discussion=discussion, author=by, text=f"Nummer {n}", html=f"<p>Nummer {n}.</p>", plain=f"Nummer {n}.")
        for n in range(count)
    ]
    Post.objects.bulk_create(rows)


def test_a_discussion_says_who_reads_it_by_name(member, coordinator, group, as_client):
    page = as_client(member).get(make_discussion(by=coordinator, group=group).get_absolute_url()).content.decode()
    assert "AG Wohnen (2 " in page
    assert coordinator.get_full_name() in page


@pytest.mark.parametrize("name", ["outsider", "office", "guest"])
def test_what_is_not_yours_is_not_there(name, member, group, as_client, request):
    discussion = make_discussion(by=member, group=group)
    client = as_client(request.getfixturevalue(name))
    assert client.get(f"/diskussionen/{discussion.pk}/").status_code == 404
    assert client.post(f"/diskussionen/{discussion.pk}/", {"text": "Hallo"}).status_code == 404
    assert discussion.title not in client.get("/diskussionen/").content.decode()


def test_an_answer_is_sent_and_stands_at_its_own_address(member, mentor, as_client):
    discussion = make_discussion(by=member)
    first = discussion.posts.get()
    answer = as_client(mentor).post(
        discussion.get_absolute_url(), {"text": "So machen wir es.", "quoted": str(first.pk)}
    )
    post = discussion.posts.last()
    assert (post.plain, post.quoted) == ("So machen wir es.", first)
    assert answer["Location"] == post.get_absolute_url()
    assert f'id="post-{post.pk}"' in as_client(member).get(answer["Location"]).content.decode()


def test_what_was_typed_is_kept_when_it_cannot_be_sent(member, mentor, as_client):
    discussion = make_discussion(by=member)
    close_discussion(discussion, actor=actor_for(member))
    page = as_client(mentor).post(discussion.get_absolute_url(), {"text": "Lange überlegt"}).content.decode()
    assert "Lange überlegt" in page
    assert discussion.posts.count() == 1


def test_the_newest_page_takes_as_many_queries_for_three_posts_as_for_many(member, mentor, group, as_client):
    counts = []
    client = as_client(member)
    for number in (3, 160):
        discussion = make_discussion(by=member, group=group)
        more_posts(discussion, member, number)
        client.get(discussion.get_absolute_url())
        with CaptureQueriesContext(connection) as asked:
            page = client.get(discussion.get_absolute_url()).content.decode()
        assert f"Nummer {number - 1}." in page
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 30


def test_older_pages_and_single_posts_are_reached(member, as_client):
    discussion = make_discussion(by=member)
    more_posts(discussion, member, 120)
    client, here = as_client(member), discussion.get_absolute_url()
    assert "Nummer 118." in client.get(here).content.decode()
    assert "Nummer 0." not in client.get(here).content.decode()
    assert "Nummer 0." in client.get(f"{here}?page=1").content.decode()
    early = Post.objects.get(plain="Nummer 3.")
    assert "Nummer 3." in client.get(early.get_absolute_url()).content.decode()


def test_what_is_new_is_marked_until_it_was_read(member, mentor, as_client):
    discussion = make_discussion(by=member)
    client = as_client(mentor)
    client.get(discussion.get_absolute_url())
    more_posts(discussion, member, 2)
    assert "2 neu" in client.get("/diskussionen/").content.decode()
    assert 'id="neu"' in client.get(discussion.get_absolute_url()).content.decode()
    assert 'id="neu"' not in client.get(discussion.get_absolute_url()).content.decode()
    assert "2 neu" not in client.get("/diskussionen/").content.decode()


def test_named_persons_are_shown_before_it_is_sent(member, mentor, as_client):
    client = as_client(member)
    sent = {
        "title": "Zu zweit",
        "text": "Ganz unter uns",
        "audience": "persons",
        "persons": [mentor.pk],
        "quotable": "no",
    }
    page = client.post("/diskussionen/neu/", sent)
    assert not Discussion.objects.exists()
    assert mentor.get_full_name() in page.content.decode()
    assert "Ganz unter uns" in page.content.decode()
    client.post("/diskussionen/neu/", {**sent, "agreed_to": page.context["form"]["agreed_to"].value()})
    assert list(Discussion.objects.get().persons.all()) == [mentor]


def test_a_discussion_begins_in_its_group(member, group, as_client):
    client = as_client(member)
    page = client.get(f"/diskussionen/neu/?group={group.slug}")
    assert f'value="group:{group.pk}"' in page.content.decode()
    sent = {"title": "Wohnung", "text": "Wer weiß Rat?", "audience": f"group:{group.pk}", "quotable": "no"}
    client.post("/diskussionen/neu/", sent)
    assert Discussion.objects.get().group == group
    assert "Wohnung" in client.get(f"/arbeitsgruppen/{group.slug}/diskussionen/").content.decode()


def test_opening_it_to_more_people_is_said_first(member, mentor, group, as_client):
    discussion, client = make_discussion(by=member, group=group), as_client(member)
    sent = {"audience": "members", "quotable": "yes"}
    page = client.post(f"/diskussionen/{discussion.pk}/leser/", sent)
    assert mentor.get_full_name() in page.content.decode()
    assert "Danach lesen es 3 Personen statt 2." in page.content.decode()
    assert Discussion.objects.get().group == group
    client.post(
        f"/diskussionen/{discussion.pk}/leser/", {**sent, "agreed_to": page.context["form"]["agreed_to"].value()}
    )
    assert Discussion.objects.get().reach == "members"


def test_the_answer_stands_at_the_top(member, mentor, as_client):
    discussion = make_discussion(by=member, posts=[mentor])
    client = as_client(member)
    client.post(f"/diskussionen/beitraege/{discussion.posts.last().pk}/loesung/")
    assert 'id="solved"' in client.get(discussion.get_absolute_url()).content.decode()
    client.post(f"/diskussionen/{discussion.pk}/zustand/unmark/")
    assert 'id="solved"' not in client.get(discussion.get_absolute_url()).content.decode()


def test_edited_deleted_reported(member, mentor, office, as_client):
    discussion = make_discussion(by=member, text="Erst so")
    post = discussion.posts.get()
    author, reader = as_client(member), as_client(mentor)
    author.post(f"/diskussionen/beitraege/{post.pk}/bearbeiten/", {"text": "Dann so"})
    assert "Erst so" in reader.get(f"/diskussionen/beitraege/{post.pk}/verlauf/").content.decode()
    assert reader.get(f"/diskussionen/beitraege/{post.pk}/bearbeiten/").status_code == 403
    reader.post(f"/diskussionen/beitraege/{post.pk}/melden/", {"reason": "Bitte ansehen"})
    report = PostReport.objects.get()
    assert as_client(member).get(f"/diskussionen/meldungen/{report.pk}/").status_code == 404
    as_client(office).post(f"/diskussionen/meldungen/{report.pk}/", {"resolution": "Angesehen"})
    assert "Angesehen" in reader.get(f"/diskussionen/meldungen/{report.pk}/").content.decode()
    author.post(f"/diskussionen/beitraege/{post.pk}/loeschen/")
    page = reader.get(discussion.get_absolute_url()).content.decode()
    assert "Dann so" not in page and "Erst so" not in page
    assert "gelöscht" in page


def test_a_quoted_post_that_the_reader_may_not_see_is_not_shown(coordinator, member, as_client):
    group = make_group(coordinator=coordinator, past="joining")
    discussion = make_discussion(by=coordinator, group=group, text="Vorher Gesagtes")
    join_group(group, member, joined_at=timezone.now())
    write_post(discussion, "Dazu", actor=actor_for(coordinator), quoted=discussion.posts.get())
    mark_answer(discussion.posts.first(), actor=actor_for(coordinator))
    page = as_client(member).get(discussion.get_absolute_url()).content.decode()
    assert "Dazu" in page and "Vorher Gesagtes" not in page


def test_topics_narrow_the_list(member, as_client):
    topic = make_topic("Wohnen", is_open=True)
    make_discussion("Mit Thema", by=member).topics.add(topic)
    make_discussion("Ohne alles", by=member)
    page = as_client(member).get("/diskussionen/?topic=wohnen").content.decode()
    assert "Mit Thema" in page and "Ohne alles" not in page


def test_following_and_muting(member, mentor, as_client):
    discussion, client = make_discussion(by=member), as_client(mentor)
    for what in ("followed", "muted", "normal"):
        assert client.post(f"/diskussionen/{discussion.pk}/zustand/{what}/").status_code == 302
    assert client.post(f"/diskussionen/{discussion.pk}/zustand/anders/").status_code == 404


def test_an_edited_post_says_so(member, as_client):
    post = make_discussion(by=member).posts.get()
    edit_post(post, "Anders", actor=actor_for(member))
    assert (
        f"/diskussionen/beitraege/{post.pk}/verlauf/" in as_client(member).get(post.get_absolute_url()).content.decode()
    )


def test_whoever_has_left_stays_named_until_somebody_decides_otherwise(member, mentor, as_client):
    discussion = make_discussion(by=member, persons=[mentor])
    end_seat(mentor)
    page = as_client(member).get(f"/diskussionen/{discussion.pk}/leser/").content.decode()
    assert f'value="{mentor.pk}"' in page
    sent = {"audience": "persons", "persons": [mentor.pk], "quotable": "yes"}
    assert as_client(member).post(f"/diskussionen/{discussion.pk}/leser/", sent).status_code == 302
    assert list(discussion.persons.all()) == [mentor]


def test_impossible_numbers_are_not_there(member, as_client):
    client, number = as_client(member), "9" * 30
    for path in (number, f"beitraege/{number}/verlauf", f"meldungen/{number}", f"{number}/leser"):
        assert client.get(f"/diskussionen/{path}/").status_code == 404
    discussion = make_discussion(by=member)
    assert client.get(f"{discussion.get_absolute_url()}?post={number}&page={number}&quote={number}").status_code == 200
