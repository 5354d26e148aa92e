"""What membership stores about a person: handed out and erased. One file per concept."""
