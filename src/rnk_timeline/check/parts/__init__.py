"""Each kind of part of a claim beside an event, a module each."""
