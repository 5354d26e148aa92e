"""The engines behind `search.engine.SearchEngine`; each is tested by tests/search/engine_contract.py."""
