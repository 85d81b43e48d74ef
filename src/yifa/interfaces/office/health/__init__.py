"""运行状况: whether the installation does what it should, for who looks after it; without anything that is secret."""
