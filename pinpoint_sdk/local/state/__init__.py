"""What the service keeps: an account, its projects and what is in them."""
