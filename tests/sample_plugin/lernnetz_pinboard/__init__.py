"""A pinboard for members: short notices that everybody in the network reads."""
