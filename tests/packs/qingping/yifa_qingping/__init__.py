"""Tree felling in Qingping, an invented county: a pack of corpus files, no code."""
