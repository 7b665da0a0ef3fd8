"""The operations, one thin client class a domain; ``PinpointClient`` inherits them all."""
