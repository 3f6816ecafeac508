"""What earlier runs found, kept on the disk. Nothing is imported here: the fast start passes."""
