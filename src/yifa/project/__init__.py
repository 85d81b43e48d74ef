"""The top of the house: the one configuration, and the entry points that put rooms together."""
