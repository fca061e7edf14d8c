import os

# A plain `pytest` needs no screen; the acceptance test starts its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
