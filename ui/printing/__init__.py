"""From the window to paper: the card that says what to print, and the printers of the system."""
