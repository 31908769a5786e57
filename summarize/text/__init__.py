"""Reading a text closely: sentences, words, dates, figures, names, quotations."""
