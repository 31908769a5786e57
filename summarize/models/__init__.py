"""Asking a model: what is asked, what comes back, and everything between us and the server."""
