"""Pieces of the window that know Qt and nothing else."""
