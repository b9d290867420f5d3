"""The words of the panel: frozen records, enums and the pure rules between them."""
