"""What the SDK costs, measured beside the boto3 it wraps and beside others."""
