# Written by "make aio" out of pinpoint_sdk/clients/__init__.py: change that one.
"""One thin client class per domain; ``AsyncPinpointClient`` inherits them all."""
