"""Signing in: name and password, then a code where one is set up; setting a password of one's own; signing out."""
