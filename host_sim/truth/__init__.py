"""The simulated rooms against others' reckoning: ASHRAE 140's six programs, and EnergyPlus."""
