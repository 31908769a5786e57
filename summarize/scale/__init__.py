"""The same stages on several processes or machines: Ray maps them over batches of stories.

`place` says where; `cluster` is the engine that the pipeline is given; a `worker` tells stories as
one process would, but for its calls, which a `limiter` lets through for all (`lent`).
"""
