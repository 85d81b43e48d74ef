"""发现: clues that the duties find, looked into by people, and what they come to."""
