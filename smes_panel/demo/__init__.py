"""The demonstration: a recruitment that never was, of people who do not exist, from first mail to last letter."""
