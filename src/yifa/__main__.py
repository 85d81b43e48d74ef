"""Lets `python -m yifa` stand for the `yifa` command where no script was installed."""

from yifa.project.command import main

main()
