"""From reports to text, one module a format. Nothing is imported here: the fast start passes."""
