"""From frozen answers to PDF: grids, checklists, letters, minutes and tables."""
