"""Who belongs to the forum, and for which county: by seats and mandates, or by the stand-in where the core runs alone.

The only place that knows which of the two it is. Whoever needs more of a seat than stands here tests membership.
"""

from __future__ import annotations

from django.apps import apps

if apps.is_installed("plugins.membership"):
    from tests.factories.seats import end_seat, give_mandate, give_seat, seat_demo_people, tell_members
else:
    from tests.stand_in.belonging import end_seat, give_mandate, give_seat, seat_demo_people, tell_members

__all__ = ["end_seat", "give_mandate", "give_seat", "seat_demo_people", "tell_members"]
