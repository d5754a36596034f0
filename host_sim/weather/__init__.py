"""Weather of three climates, for use without a network."""
