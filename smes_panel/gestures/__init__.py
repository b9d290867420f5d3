"""Everything a person can do: one frozen value each, verb first, a file per noun."""
