"""The embedded service over HTTP: server, dashboard and control API."""
