"""The language of the site: what the generator itself says, dates, labels, plurals, lists."""
