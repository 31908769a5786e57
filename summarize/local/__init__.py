"""The built-in writer: it selects sentences, and needs no model, no key and no network."""
