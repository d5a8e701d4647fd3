"""The programs that build a site, and all that is known of their insides."""
