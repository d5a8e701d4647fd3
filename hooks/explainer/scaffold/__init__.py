"""A new site: its files as they stand in `files/`, filled in; and what a later version would change in them."""
