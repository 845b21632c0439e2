"""What the measuring programs share: a running service, files to import, figures and their table."""
import os

# Some machines have nobody but root.
os.environ["DATELINE_ALLOW_ROOT"] = "true"
