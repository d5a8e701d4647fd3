"""A new site: its files as they stand in `files/`, and the words of its language that they are filled with."""
