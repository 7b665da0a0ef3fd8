"""What talks to boto3. Not for import by users."""
