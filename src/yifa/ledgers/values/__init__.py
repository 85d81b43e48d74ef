"""Values: what stands in a cell → a day, a time, money, yes or no, a word, names, a length; or what is wrong with it.

Each different content of a column is read once. What a cell says is one of five things: nothing, a value, that there
is none (无), that nobody knows (不详), or something that cannot be read, which is told with what was expected.
"""
