"""Keys, the words they are compared with, signatures, and the files these travel in. No dossier and no window."""
