"""One thin client class per domain; ``PinpointClient`` inherits them all."""
