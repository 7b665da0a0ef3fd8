"""Answering boto3 before a request leaves the process."""
