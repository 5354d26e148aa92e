"""The members of the demo world, and what they did."""
