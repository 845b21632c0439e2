"""What Benchmarks/folder-figures is made of."""
