"""Figures of the program beside a bare library or a peer, measured in the same run.

    python -m benchmarks [--json FILE] [NAME…]

Nothing here decides whether a test passes: a figure over its budget is said, not failed.
"""
