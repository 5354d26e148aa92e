"""Who may see and do what in the knowledge base. Each policy says one rule in its three forms."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.accounts.policies import office_only
from cms.accounts.roles import AUTHORS, EDITORS, OFFICE
from cms.authorship import was_typed_over, wrote_what_would_be_public
from cms.layers import active_release
from cms.models import (
    BarrierReport,
    Confidentiality,
    Confirmation,
    County,
    CountyShape,
    Entry,
    EntryTag,
    File,
    FileText,
    HomePage,
    ImportedEntry,
    ImportedFile,
    KnowledgeIndex,
    Layer,
    PageVersion,
    Picture,
    PictureRendition,
    PreviewLink,
    Projection,
    ProjectionMedia,
    ProjectionTag,
    ProjectionText,
    ProjectionTopic,
    Publication,
    Release,
    StandardPage,
    Topic,
)
from plugins.api.access import PUBLIC, Actor, Decision, Policy, allowed, denied, visible_to

STAFF = frozenset({AUTHORS, EDITORS, OFFICE})
"""Who comes to Wagtail's admin and may read every entry."""
PUBLISHERS = frozenset({EDITORS, OFFICE})
"""Who of them answers for what readers get: reviews, publishes, releases, and keeps topics, counties and pages."""
MEMBERS = "members"


def staff_only(actor: Actor) -> Decision:
    """Authors, editors, office and superusers; everybody else hears why not."""
    if actor.has(*STAFF):
        return allowed()
    return denied(_("Only authors, editors and the programme office can do this."))


def publishers_only(actor: Actor) -> Decision:
    """Editors, office and superusers; authors hear that it is not theirs."""
    if actor.has(*PUBLISHERS):
        return allowed()
    return denied(_("Only editors and the programme office can do this."))


def own_or_publishers(actor: Actor, owner_id: int | None, reason: Any) -> Decision:
    """Authors work on what is theirs, publishers on everything."""
    if actor.has(*PUBLISHERS) or (actor.has(AUTHORS) and actor.has(f"user:{owner_id}")):
        return allowed()
    return denied(reason) if actor.has(AUTHORS) else publishers_only(actor)


class ProjectionPolicy(Policy[Projection]):
    """A public layer is everybody's; a members' layer belongs to members, and to guests whose mandate names it."""

    model = Projection
    covers = (ProjectionText, ProjectionTopic, ProjectionTag, ProjectionMedia)

    def audience(self, projection: Projection) -> frozenset[str]:
        if projection.layer == Layer.PUBLIC:
            return frozenset({PUBLIC})
        topics = {f"guest-topic:{row.topic_id}" for row in projection.topic_rows.all()}
        return frozenset({MEMBERS, *STAFF, f"guest-kind:{projection.kind}"} | topics)

    def visible_to(self, actor: Actor, projections: QuerySet[Projection]) -> QuerySet[Projection]:
        if actor.has(MEMBERS, *STAFF):
            return projections
        topics, kinds = actor.keys("guest-topic"), actor.keys("guest-kind")
        if not topics and not kinds:
            return projections.filter(layer=Layer.PUBLIC)
        return projections.filter(Q(layer=Layer.PUBLIC) | opened_to_guest(topics, kinds))


def audience_of_any(projections: QuerySet[Projection]) -> frozenset[str]:
    """Whoever sees at least one of these layers, in three queries however many there are."""
    found = set(projections.values_list("layer", "kind").distinct())
    kinds = {f"guest-kind:{kind}" for layer, kind in found if layer == Layer.MEMBERS}
    closed = projections.filter(layer=Layer.MEMBERS)
    rows = ProjectionTopic.objects.filter(projection__in=closed).values_list("topic_id", flat=True).distinct()
    topics = {f"guest-topic:{pk}" for pk in rows} if kinds else set()
    public = {PUBLIC} if any(layer == Layer.PUBLIC for layer, _kind in found) else set()
    return frozenset({*({MEMBERS} if kinds else ()), *public, *kinds, *topics})


def opened_to_guest(topics: frozenset[str], kinds: frozenset[str]) -> Q:
    """The members' layers that a mandate for these topics and kinds opens; scopes add up."""
    named = ProjectionTopic.objects.filter(projection=OuterRef("pk"), topic__in=map(int, topics))
    return Q(layer=Layer.MEMBERS) & (Q(kind__in=kinds) | Q(Exists(named)))


class PublicationPolicy(Policy[Publication]):
    """What members have read stays readable to whoever may read the whole entry today, as long as it is published."""

    model = Publication

    def audience(self, publication: Publication) -> frozenset[str]:
        fullest = Projection.objects.filter(entry=publication.entry_id, superseded=False).first()
        if fullest is None:
            return STAFF
        topics = {f"guest-topic:{row.topic_id}" for row in fullest.topic_rows.all()}
        return frozenset({MEMBERS, *STAFF, f"guest-kind:{fullest.kind}"} | topics)

    def visible_to(self, actor: Actor, publications: QuerySet[Publication]) -> QuerySet[Publication]:
        if actor.has(*STAFF):
            return publications
        topics, kinds = actor.keys("guest-topic"), actor.keys("guest-kind")
        fullest = Projection.objects.filter(entry=OuterRef("entry"), superseded=False)
        if not actor.has(MEMBERS):
            if not topics and not kinds:
                return publications.none()
            named = ProjectionTopic.objects.filter(projection=OuterRef("pk"), topic__in=map(int, topics))
            fullest = fullest.filter(Q(kind__in=kinds) | Q(Exists(named)))
        return publications.filter(Exists(fullest))


class EntryPolicy(Policy[Entry]):
    """An entry is there for whoever may read one of its layers.

    Writing, reviewing, publishing and releasing are rights apart: authors write their own entries and submit them;
    editors and office do everything else, and of them nobody releases what they wrote.
    """

    model = Entry
    covers = (Release, EntryTag, ImportedEntry, ImportedFile, PreviewLink)

    def audience(self, entry: Entry) -> frozenset[str]:
        return STAFF | audience_of_any(Projection.objects.filter(entry_id=entry.pk))

    def visible_to(self, actor: Actor, entries: QuerySet[Entry]) -> QuerySet[Entry]:
        if actor.has(*STAFF):
            return entries
        return entries.filter(Exists(visible_to(actor, Projection.objects.filter(entry=OuterRef("pk")))))

    def create(self, actor: Actor, kind: type[Entry]) -> Decision:
        return staff_only(actor)

    def edit(self, actor: Actor, entry: Entry) -> Decision:
        return own_or_publishers(actor, entry.owner_id, _("Authors change their own entries. Please ask the editors."))

    def ask_county(self, actor: Actor, entry: Entry) -> Decision:
        """Whoever may write it may ask the county to confirm it."""
        return self.edit(actor, entry)

    def submit(self, actor: Actor, entry: Entry) -> Decision:
        """Whoever may write it may ask for a review."""
        return self.edit(actor, entry)

    def review(self, actor: Actor, entry: Entry) -> Decision:
        """To ask for changes, or to approve: approving publishes."""
        return publishers_only(actor)

    def publish(self, actor: Actor, entry: Entry) -> Decision:
        return publishers_only(actor)

    def unpublish(self, actor: Actor, entry: Entry) -> Decision:
        return publishers_only(actor)

    def delete(self, actor: Actor, entry: Entry) -> Decision:
        """What members read is not the author's alone to take away."""
        if entry.live:
            return publishers_only(actor)
        return own_or_publishers(actor, entry.owner_id, _("Authors delete their own drafts only."))

    def release(self, actor: Actor, entry: Entry) -> Decision:
        """Two people: who wrote what would be public cannot be the one who lets everybody read it."""
        if not (decision := publishers_only(actor)):
            return decision
        if not entry.live or entry.live_revision_id is None:
            return denied(_("Publish the entry first. What is published can then be released."))
        if was_typed_over(entry):
            return denied(_("Somebody went on writing over the published version. Publish it again, then release it."))
        live = entry.live_revision.as_object()
        if live.confidentiality != Confidentiality.PUBLIC and not live.summary.strip():
            return denied(_("There is no summary yet. Write one, publish it, and ask somebody else to release it."))
        if wrote_what_would_be_public(actor.user, entry):
            return denied(_("You last changed what would become public. Somebody else has to release it."))
        return allowed()

    def withdraw(self, actor: Actor, entry: Entry) -> Decision:
        if not (decision := publishers_only(actor)):
            return decision
        if active_release(entry.pk) is None:
            return denied(_("There is nothing public to withdraw."))
        return allowed()


class TopicPolicy(Policy[Topic]):
    """A topic is there for whoever sees something in it, and for everybody once an editor has opened it."""

    model = Topic

    def audience(self, topic: Topic) -> frozenset[str]:
        always = STAFF | {PUBLIC} if topic.is_open else STAFF
        return always | audience_of_any(Projection.objects.filter(topic_rows__topic=topic))

    def visible_to(self, actor: Actor, topics: QuerySet[Topic]) -> QuerySet[Topic]:
        if actor.has(*STAFF):
            return topics
        seen = visible_to(actor, Projection.objects.filter(topic_rows__topic=OuterRef("pk")))
        return topics.filter(Q(is_open=True) | Exists(seen))

    def create(self, actor: Actor, model: type[Topic]) -> Decision:
        return publishers_only(actor)

    def edit(self, actor: Actor, topic: Topic) -> Decision:
        return publishers_only(actor)

    def delete(self, actor: Actor, topic: Topic) -> Decision:
        return publishers_only(actor)


class CountyPolicy(Policy[County]):
    """The list of counties is public; editors and office keep it."""

    model = County
    covers = (CountyShape,)

    def audience(self, county: County) -> frozenset[str]:
        return frozenset({PUBLIC})

    def visible_to(self, actor: Actor, counties: QuerySet[County]) -> QuerySet[County]:
        return counties

    def create(self, actor: Actor, model: type[County]) -> Decision:
        return publishers_only(actor)

    def edit(self, actor: Actor, county: County) -> Decision:
        return publishers_only(actor)

    def delete(self, actor: Actor, county: County) -> Decision:
        return publishers_only(actor)


class PagePolicy(Policy[Page]):
    """Pages that are not entries are for everybody once they are live; every other kind of page is the staff's."""

    model = Page

    def audience(self, page: Page) -> frozenset[str]:
        return STAFF

    def visible_to(self, actor: Actor, pages: QuerySet[Page]) -> QuerySet[Page]:
        return pages if actor.has(*STAFF) else pages.none()

    def create(self, actor: Actor, model: type[Page]) -> Decision:
        return publishers_only(actor)

    def edit(self, actor: Actor, page: Page) -> Decision:
        return publishers_only(actor)

    def publish(self, actor: Actor, page: Page) -> Decision:
        return publishers_only(actor)

    def delete(self, actor: Actor, page: Page) -> Decision:
        return publishers_only(actor)


class OpenPagePolicy(PagePolicy):
    """Home, the knowledge base as such, and plain pages: everybody's once they are live."""

    def audience(self, page: Page) -> frozenset[str]:
        return STAFF | {PUBLIC} if page.live else STAFF

    def visible_to(self, actor: Actor, pages: QuerySet[Page]) -> QuerySet[Page]:
        return pages if actor.has(*STAFF) else pages.filter(live=True)


class HomePagePolicy(OpenPagePolicy):
    model = HomePage


class KnowledgeIndexPolicy(OpenPagePolicy):
    model = KnowledgeIndex


class StandardPagePolicy(OpenPagePolicy):
    model = StandardPage
    covers = (PageVersion,)


class BarrierReportPolicy(Policy[BarrierReport]):
    """Everybody reports a barrier; what they wrote is read and answered by the office alone."""

    model = BarrierReport

    def audience(self, report: BarrierReport) -> frozenset[str]:
        return frozenset({OFFICE})

    def visible_to(self, actor: Actor, reports: QuerySet[BarrierReport]) -> QuerySet[BarrierReport]:
        return reports if actor.has(OFFICE) else reports.none()

    def report(self, actor: Actor, model: type[BarrierReport]) -> Decision:
        return allowed()

    def create(self, actor: Actor, model: type[BarrierReport]) -> Decision:
        """Writing down in the admin what came by telephone or letter."""
        return office_only(actor)

    def edit(self, actor: Actor, report: BarrierReport) -> Decision:
        return office_only(actor)

    def delete(self, actor: Actor, report: BarrierReport) -> Decision:
        return office_only(actor)


class MediaPolicy(Policy[Model]):
    """Who may read a layer may fetch what it shows; what stands in no layer is for those who write.

    Whoever is asked to confirm a version fetches what that version shows, until she has answered. Authors upload, and
    change what they uploaded; whatever is in use may stand in somebody else's entry.
    """

    shown_as: str

    def audience(self, obj: Model) -> frozenset[str]:
        asked = Confirmation.objects.filter(Confirmation.OPEN, **{f"media_rows__{self.shown_as}": obj})
        people = frozenset(f"user:{pk}" for pk in asked.values_list("person_id", flat=True))
        return STAFF | people | audience_of_any(Projection.objects.filter(**{f"media_rows__{self.shown_as}": obj}))

    def visible_to(self, actor: Actor, objects: QuerySet[Model]) -> QuerySet[Model]:
        if actor.has(*STAFF):
            return objects
        shows = {f"media_rows__{self.shown_as}": OuterRef("pk")}
        asked = Confirmation.objects.filter(Confirmation.OPEN, person__in=map(int, actor.keys("user")), **shows)
        return objects.filter(Exists(visible_to(actor, Projection.objects.filter(**shows))) | Exists(asked))

    def create(self, actor: Actor, model: type[Model]) -> Decision:
        return staff_only(actor)

    def edit(self, actor: Actor, obj: Model) -> Decision:
        owner_id = getattr(obj, "uploaded_by_user_id", None)
        return own_or_publishers(actor, owner_id, _("Authors change what they uploaded. Please ask the editors."))

    def delete(self, actor: Actor, obj: Model) -> Decision:
        return publishers_only(actor)


class PicturePolicy(MediaPolicy):
    model = Picture
    covers = (PictureRendition,)
    shown_as = "picture"


class FilePolicy(MediaPolicy):
    model = File
    covers = (FileText,)
    shown_as = "file"

    def read_text(self, actor: Actor, file: Model) -> Decision:
        """For the search; who may change a file may have it read."""
        return self.edit(actor, file)
