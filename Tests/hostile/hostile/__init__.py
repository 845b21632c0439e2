"""Bad inputs, row by row, against the built program."""
