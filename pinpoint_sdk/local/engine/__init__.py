"""What carries out the work: a call, the registry, rates, clients of other AWS services."""
