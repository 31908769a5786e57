"""The model-backed writer: it shows numbered sentences, and gets claims that cite them."""
