"""How applications, mentorships and requests move from state to state. One machine per file; README shows each."""
