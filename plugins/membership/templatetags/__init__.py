"""What templates of other packages can show of membership."""
