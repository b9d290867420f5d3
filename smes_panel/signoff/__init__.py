"""From an open dossier to what is closed, signed, released and proved: the acts of the panel and their letters."""
