"""Commands, exit codes and the one error boundary."""
