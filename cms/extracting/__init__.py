"""The text inside files. Whatever a file holds, reading it costs no more time and memory than `limits` allow.

`apart.read_apart` is the way in: it reads in a process of its own, which imports neither Django nor anything of ours
beyond this package. Nothing here trusts the name of a file.
"""
