"""What the measuring programs share: a running service, files to import, figures and their table."""
