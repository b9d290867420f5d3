"""The pages: one per entry of the rail, named after it. A page reads, shows and forgets."""
