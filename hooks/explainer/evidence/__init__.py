"""The sources themselves: whether their addresses still lead anywhere."""
