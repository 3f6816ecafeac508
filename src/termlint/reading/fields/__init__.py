"""Files of keys and values: which values are prose, how the text in one is read, and which records are support macros."""
