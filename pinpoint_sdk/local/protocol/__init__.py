"""HTTP as Pinpoint speaks it: requests, routes, bodies, errors, ARNs."""
