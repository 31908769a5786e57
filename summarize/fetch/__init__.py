"""Pages of the web, fetched politely and safely: the only network to anything but a model.

1. the address must be http(s), and of a public host (`addresses`)
2. robots.txt must allow it (`robots`)
3. its turn comes: so many at once, so many and not too often at one host (`pacing`)
4. one request, to an address that was checked (`connect`), its body under a cap (`decoding`)
5. a redirect begins again at 1
6. what passes, such as 503, is asked again within the deadline (`trying`)
7. what came is kept at once (`cache`), and asked for next time with "only if it changed"

`client.Fetcher` is that line. aiohttp is the client, as its connector asks a resolver of ours and
connects to what that answered, which no check before a request can promise; it is what openai's
transport uses already.
"""

from summarize.fetch.page import Page
from summarize.fetch.settings import FetchSettings

__all__ = ["FetchSettings", "Page"]
