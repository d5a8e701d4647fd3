"""What holds on every site: one file for each check, open to no discussion."""
