"""What people are told about the work in groups and the topics that they follow. One file per concept."""
