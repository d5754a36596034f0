"""How near the best that physics allows: the suite, its score, the bound and the achievable."""
