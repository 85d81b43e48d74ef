"""The API: the same verbs and reads for other systems, over HTTP, described in OpenAPI 3.1.

Whoever asks shows a token, and is answered as the officer it belongs to: within his scope, by his roles. Each route
says which roles it answers and whether it writes; one that says nothing cannot be put in. What is refused is told as
problem+json, in the language asked for. A request that writes bears a key, and is done once however often it comes.
"""
