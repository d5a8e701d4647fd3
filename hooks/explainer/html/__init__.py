"""An entry of the record to HTML: one function for each kind of thing shown."""
