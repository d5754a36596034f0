"""The simulator in C: the very same files, compiled for this machine where it has a compiler."""
