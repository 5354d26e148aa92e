"""Things for tests, made the way people make them: through the same actions, by somebody who may."""

from tests.factories.belonging import end_seat, give_mandate, give_seat, seat_demo_people, tell_members
from tests.factories.challenges import make_challenge
from tests.factories.confirmations import answered_by, ask_member
from tests.factories.consultations import contribute_to, end_of, make_consultation
from tests.factories.discussions import make_discussion
from tests.factories.drafts import make_draft
from tests.factories.entries import CHECKED, make_entry, text
from tests.factories.files import make_attachment, make_photo, make_upload, put_down
from tests.factories.groups import join_group, make_group
from tests.factories.media import make_file, make_picture
from tests.factories.passkeys import Device, make_passkey
from tests.factories.people import (
    PASSWORD,
    UserFactory,
    give_role,
    make_feed_address,
    make_front_end,
    make_front_end_token,
    make_token,
    sign_on,
)
from tests.factories.places import make_county, make_topic
from tests.factories.provenance import decide, make_publication
from tests.factories.publications import adopt, hand_in, publish, step
from tests.factories.webhooks import deliver, every_event, make_hooking_token, make_webhook

__all__ = [
    "CHECKED",
    "Device",
    "PASSWORD",
    "UserFactory",
    "adopt",
    "answered_by",
    "ask_member",
    "contribute_to",
    "decide",
    "deliver",
    "end_of",
    "end_seat",
    "every_event",
    "give_mandate",
    "give_role",
    "give_seat",
    "hand_in",
    "join_group",
    "make_attachment",
    "make_challenge",
    "make_consultation",
    "make_county",
    "make_discussion",
    "make_draft",
    "make_entry",
    "make_feed_address",
    "make_front_end",
    "make_front_end_token",
    "make_file",
    "make_group",
    "make_hooking_token",
    "make_passkey",
    "make_photo",
    "make_picture",
    "make_publication",
    "make_token",
    "sign_on",
    "make_topic",
    "make_upload",
    "make_webhook",
    "publish",
    "put_down",
    "seat_demo_people",
    "step",
    "tell_members",
    "text",
]
