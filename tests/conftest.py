"""What holds for all tests."""

from hypothesis import settings

# A busy machine is no fault of the code; speed is measured in bench/.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
