"""The forms that are read: a file each."""
