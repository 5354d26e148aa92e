"""How what people propose moves from state to state. One machine per file; README shows each."""
