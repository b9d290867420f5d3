"""What a checklist and its ratings say: remarks, medians, spread, agreement. Pure functions."""
