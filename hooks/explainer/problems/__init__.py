"""What is wrong, where, and how to mend it; and how a list of problems is told."""
