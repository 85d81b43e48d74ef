"""What goes in and out of the API: the shapes of its answers and of what is sent to it."""
