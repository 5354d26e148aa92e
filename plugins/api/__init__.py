"""The ground floor: slots, registry and the one door for access. It imports nothing of ours."""
