"""What is sent: composed, rendered, delivered."""
