"""What the programme is about, in plain Python: records, numbers, rules of law, periods, figures; no files, clock, screen."""
