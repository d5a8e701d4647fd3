"""What a newsroom holds itself to: one file for each rule, from which a site or an entry may depart with a reason."""
