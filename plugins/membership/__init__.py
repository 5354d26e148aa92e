"""Counties as members: seats, and guests with a mandate. A plugin like a third party's."""
