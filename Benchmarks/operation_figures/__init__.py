"""What Benchmarks/operation-figures is made of."""
