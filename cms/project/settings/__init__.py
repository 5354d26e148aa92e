"""One module per way of running: `production`, `demo`, `test`. Importing any imports this one, so it stays empty."""
