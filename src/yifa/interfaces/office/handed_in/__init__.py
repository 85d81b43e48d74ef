"""What the four places for files share: whose shelf it is, taking files in, the work on them, handing results out."""
