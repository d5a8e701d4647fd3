"""The site: its configuration, our options, its pages."""
