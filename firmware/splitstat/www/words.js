"use strict";
// The words of the control core and of the log as sentences; those of tools/splitstat_cli/reasons.py, a test compares.

// word: [short text, kind of its number]
const WORDS = {
  "starting": ["just started, looking first", ""],
  "off": ["off by its schedule", ""],
  "fan_only": ["only the fan is wanted", ""],
  "person_off": ["switched off by a person, which is final", ""],
  "load_limit": ["a load limit forbids automatic calls", ""],
  "window": ["a window is open", "minutes"],
  "keeps": ["started a moment ago, kept on for the machine's sake", "minutes"],
  "over_temperature": ["the room is far beyond any setpoint", "room"],
  "frost": ["guarding the room against frost", "room"],
  "frost_unit": ["the unit's own frost guard is on", ""],
  "frost_lowest": ["guarding against frost at the lowest setpoint", ""],
  "no_sensor": ["no sensor left to go by", ""],
  "unit_thermostat": ["no room sensor, the unit's own thermostat does it", ""],
  "season": ["the weather does not call for it", "outdoor"],
  "heat": ["the room asks for heat", "to_go"],
  "cool": ["the room asks for cooling", "to_go"],
  "dry": ["the room asks for drier air", ""],
  "handset": ["kept as a person set it at the unit", "to_go"],
  "handset_auto": ["automatic was chosen at the unit: heat and cool are held round it", "room"],
  "unfit": ["what was set at the unit is not among what it can do, and does not count", ""],
  "resting": ["satisfied, the unit is left on at a resting setpoint", "past"],
  "sleep": ["off its setpoint, but nothing starts for so little in sleep hours", ""],
  "in_band": ["between its setpoints", "room"],
  "frame_budget": ["the next command waits, so as not to beep too often", ""],
  "min_on": ["minimum on time", "clock"],
  "min_off": ["minimum off time", "clock"],
  "reversal": ["rest before the outdoor unit changes between heat and cool", "clock"],
  "other_class": ["another room holds the outdoor unit in the other mode", "clock"],
  "released": ["the outdoor unit is about to change its mode for another room", "clock"],
  "peers": ["waiting to hear from the other boards of this outdoor unit", "clock"],
  "starts_per_h": ["enough starts in this hour", "clock"],
  "reversals_per_day": ["enough changes between heat and cool today", "clock"],
  "spacing": ["one room after the other starts", "clock"]
};
const FAULTS = {
  "frost_risk": "frost threatens and the unit may not heat",
  "sensor_failed": "a sensor has failed",
  "no_sensor": "every sensor of the room has failed",
  "no_heating": "the room does not answer to heating",
  "no_cooling": "the room does not answer to cooling",
  "cools_while_heating": "the unit cools although it was told to heat",
  "heats_while_cooling": "the unit heats although it was told to cool"
};
const LOG_WORDS = {
  "settings_lost": "the saved settings were broken, those of the home file hold",
  "snapshot_broken": "the memory of the last run was broken",
  "snapshot_lost": "there is no memory of the last run",
  "snapshot_failed": "the memory for a power cut could not be written",
  "not_sent": "a command could not be sent to the unit"
};
