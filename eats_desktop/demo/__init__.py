"""The self-contained demonstration: own catalogue served by loopback sites."""
