"""What a build makes of the record beside the pages: one file for each product."""
