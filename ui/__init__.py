"""The window: Qt only; no SQL, no PDF drawing, no rules."""
