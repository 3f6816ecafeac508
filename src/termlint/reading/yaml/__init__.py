"""YAML with exact places: tree-sitter tells where the scalars stand, an own decoder what they say."""
