"""The same pile, briefed by several prompts and models, and what differs: `summarize evaluate`."""
