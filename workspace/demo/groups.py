"""The demo world's working groups: one at work, one that is proposed. Twice changes nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from cms.accounts.models import User
from cms.models import Topic
from plugins.api.access import Actor
from plugins.api.actors import actor_for
from workspace.actions.admissions import accept_invitation, invite_people
from workspace.actions.groups import edit_group, propose_group, record_mandate
from workspace.actions.life import write_report
from workspace.actions.places import change_role, support_group
from workspace.models import GroupRole, WorkingGroup

HOUSING = {
    "title": "AG Wohnen",
    "question": (
        "Wie finden Familien nach der Gemeinschaftsunterkunft eine Wohnung, wenn der Markt auf dem Land leer ist und "
        "Vermieter:innen zögern? Was hilft, ohne dass jeder Landkreis eine eigene Agentur gründen muss?"
    ),
    "expected_result": "Eine Empfehlung an alle Landkreise, mit Muster für einen Mietbegleitvertrag.",
    "wanted": "Landkreise, die mit Vermieter:innen arbeiten oder es vorhaben, auch ohne eigenes Wohnungsamt.",
}
MANDATE = (
    "Die AG Wohnen erarbeitet für alle Landkreise des Forums eine Empfehlung, wie Familien aus der Unterkunft in "
    "eigene Wohnungen begleitet werden können. Sie prüft dafür drei erprobte Wege und legt ein Vertragsmuster vor."
)
REPORT = (
    "Wir haben uns viermal getroffen, zweimal davon per Video. Verglichen haben wir die Wohnraumlotsin in Auental, die "
    "Mietbegleitung in Bergheide und den runden Tisch mit Vermieter:innen in Dornfeld.\n\n"
    "Gemeinsam ist allen drei: Entscheidend ist eine Person, die Vermieter:innen auch nach dem Einzug erreichen. "
    "Bürgschaften wurden viel seltener gebraucht als gedacht.\n\n"
    "Offen ist noch, wer die Begleitung bezahlt, wenn die Förderung endet. Als Nächstes schreiben wir den Entwurf der "
    "Empfehlung."
)
CARE = {
    "title": "AG Kita und Ankommen",
    "question": (
        "Wie bekommen Kinder, die im laufenden Kita-Jahr zuziehen, schneller einen Platz, und was geschieht bis dahin? "
        "Uns fehlen Brückenangebote, die auch in kleinen Gemeinden funktionieren."
    ),
    "expected_result": "Eine Sammlung erprobter Brückenangebote mit Kosten und Ansprechpersonen.",
    "wanted": "Landkreise mit vielen kleinen Gemeinden; gern jemand aus der Jugendhilfeplanung.",
}


@transaction.atomic
def load() -> None:
    """The coordinator leads the group, the member writes, the mentor suggests; the outsider is in none."""
    if WorkingGroup.objects.exists():
        return
    people = {user.email.partition("@")[0]: user for user in User.objects.filter(email__endswith="@demo.example")}
    actors = {name: actor_for(person) for name, person in people.items()}
    _housing(people, actors)
    proposal = propose_group(CARE, topics=Topic.objects.filter(slug="bildung"), actor=actors["mentor"])
    support_group(proposal, actor=actors["member"])


def _housing(people: dict[str, User], actors: dict[str, Actor]) -> None:
    group = propose_group(HOUSING, topics=Topic.objects.filter(slug="wohnen"), actor=actors["coordinator"])
    support_group(group, actor=actors["member"])
    lead = actor_for(people["coordinator"])
    (invitation,) = invite_people(group, [people["mentor"]], text="Ihr runder Tisch fehlt uns noch.", actor=lead)
    accept_invitation(invitation, actor=actors["mentor"])
    place = group.memberships.select_related("group").get(user=people["mentor"])
    change_role(place, role=GroupRole.ADVISER, actor=lead)
    year = timezone.localdate().year + 1
    edit_group(group, {"mandate": MANDATE, "planned_until": timezone.localdate().replace(year, 6, 30)}, actor=lead)
    record_mandate(group, actor=actors["office"])
    write_report(group, text=REPORT, actor=lead)
