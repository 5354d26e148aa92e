"""The demo world: an invented network with texts, drawings and leaflets, and the loader that brings it in."""
