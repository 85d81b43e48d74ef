"""The checks of the house that no ready program does; one module for each kind of thing checked."""
