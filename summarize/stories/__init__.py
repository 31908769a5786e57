"""Which articles are copies of one text, and which tell the same event."""
