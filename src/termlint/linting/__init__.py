"""From paths to reports: the order of the steps, and the fixes. Nothing is imported here: the fast start passes."""
