"""People with accounts: what members find of each other, what each shows, and what nobody else ever meets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cms.accounts.models import User
from plugins.membership.models import MemberProfile
from search.models import SavedSearch
from tests.cast import yesterday
from tests.factories import (
    UserFactory,
    give_mandate,
    give_seat,
    make_feed_address,
    make_passkey,
    make_token,
    make_topic,
    sign_on,
)

if TYPE_CHECKING:
    from tests.contracts.leaks.planting import Garden

NOBODY: frozenset[str] = frozenset()
STAFF = frozenset({"author", "editor"})
DIRECTORY = frozenset({"member", "members' token", "editor"})
"""Who looks members up; authors write for the knowledge base and do not."""
BY_NAME = frozenset({"member"})
"""Who meets the name of every other member: members choose with whom they talk, and programs do not."""


def plant_people(garden: Garden) -> None:
    """One who shows what is usual, one who shows all, and four who are not in the directory."""
    stranger = _person(garden, "a person", DIRECTORY)
    closed = garden.topic("that a person chose", STAFF)
    _profile(garden, "a person", stranger, DIRECTORY).topics.add(closed)
    _things_of(garden, stranger)

    frank = _person(garden, "a frank person", DIRECTORY, e_mail=DIRECTORY)
    _profile(garden, "a frank person", frank, DIRECTORY, DIRECTORY, shows_email=True, shows_telephone=True)

    hidden = _person(garden, "a hidden person", NOBODY, by_name=BY_NAME)
    _profile(garden, "a hidden person", hidden, NOBODY, is_listed=False, shows_email=True, shows_telephone=True)
    gone = _person(garden, "a person whose seat has ended", NOBODY, end=yesterday())
    _profile(garden, "a person whose seat has ended", gone, NOBODY, shows_email=True)
    closed_out = _person(garden, "a person whose account is closed", NOBODY)
    _profile(garden, "a person whose account is closed", closed_out, NOBODY)
    closed_out.is_active = False
    closed_out.save()
    _person(garden, "a person without a seat", NOBODY, has_seat=False)


def _person(
    garden: Garden,
    who: str,
    readers: frozenset[str],
    *,
    e_mail: frozenset[str] = NOBODY,
    by_name: frozenset[str] = NOBODY,
    has_seat: bool = True,
    **seat: Any,
) -> User:
    person = UserFactory(
        email=f"{garden.secret(f'e-mail of {who}', e_mail)}@example.org",
        first_name=garden.secret(f"first name of {who}", readers | by_name),
        last_name=garden.secret(f"last name of {who}", readers | by_name),
        function=garden.secret(f"function of {who}", readers),
    )
    if has_seat:
        give_seat(person, "99003", **seat)
    return person


def _profile(
    garden: Garden,
    who: str,
    person: User,
    readers: frozenset[str],
    callers: frozenset[str] = NOBODY,
    **said: bool,
) -> MemberProfile:
    """A telephone number is made of digits; the walk looks for words, and nothing here validates."""
    words: Mapping[str, str] = {
        "competences": f"Kurse {garden.secret(f'experience of {who}', readers)}",
        "telephone": garden.secret(f"telephone of {who}", callers),
    }
    MemberProfile.objects.filter(person=person).update(**words, **said)
    return MemberProfile.objects.get(person=person)


def _things_of(garden: Garden, stranger: User) -> None:
    """What belongs to one person alone."""
    mandate = give_mandate(stranger, topics=[make_topic("Wohnen")])
    mandate.institution = garden.secret("institution of a mandate", BY_NAME)
    mandate.role = garden.secret("role of a mandate", BY_NAME)
    mandate.save()
    make_token(stranger)
    make_feed_address(stranger)
    sign_on(stranger, name=garden.secret("name in an account elsewhere", NOBODY))
    make_passkey(stranger, garden.secret("name of a passkey", NOBODY))
    for person, readers in ((stranger, NOBODY), (garden.people["member"], frozenset({"member"}))):
        name = garden.secret(f"name of a saved search of {len(readers)}", readers)
        words = garden.secret(f"words of a saved search of {len(readers)}", readers)
        SavedSearch.objects.create(owner=person, name=name, parameters=f"q={words}")
