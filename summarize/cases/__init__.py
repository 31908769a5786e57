"""Golden cases of templates: what a brief that is made with them has to be."""
