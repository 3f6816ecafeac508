"""Languages by their codes."""


def is_english(code: str) -> bool:
    """
    >>> is_english("en"), is_english("en_GB.UTF-8"), is_english("en-US"), is_english("enm")
    (True, True, True, False)
    """
    return code.replace("_", "-").partition("-")[0].lower() == "en"
