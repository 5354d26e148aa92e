"""What people do in working groups: one function for each thing, whoever calls it. One file per concept."""
