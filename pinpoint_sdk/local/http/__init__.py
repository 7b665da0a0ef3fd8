"""The embedded service over HTTP: server, page and control face."""
