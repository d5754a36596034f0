"""Physics of a home with split units: rooms, weather, people, indoor and outdoor units. Floats
live here."""
