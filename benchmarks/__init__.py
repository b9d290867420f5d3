"""What the program costs beside a bare limit, measured in one run: `python -m benchmarks`, or `make bench`."""
