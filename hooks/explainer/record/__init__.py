"""What is known: the record of facts, its dates, its files and its problems."""
