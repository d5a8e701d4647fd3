"""What must hold across entries and pages: one file for each check, and one place that runs them all."""
