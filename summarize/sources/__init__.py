"""Where a person's news already is: addresses, lists of feeds and `[[source]]`s, to articles.

1. `source`: what is named on the command line or in the settings
2. `web` fetches each, and its newest items where it is a feed (`kinds`, `entries`, `pages`)
3. `seen`: what was read before is not fetched again
4. `health`: how each source has fared
5. `gathered`: all of it as one pile, with files and folders read as ever

`gathered.gather` is that line.
"""
