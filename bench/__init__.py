"""Measurements: named workloads, each beside a reference or a peer. `make bench`, or `python -m bench NAME`.

A room of workloads is one module with a tuple `WORKLOADS` (see `bench.workload`); `race` measures, `sheet` writes down.
"""
