"""The journal: signed, chained, encrypted entries; the keys they are under; and forgetting a person."""
