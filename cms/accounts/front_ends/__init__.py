"""Front ends elsewhere that people sign in to with their account here: the forum as OpenID Connect provider."""
