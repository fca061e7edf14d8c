"""The command line: what is asked, in Vietnamese; what is answered, as text or JSON."""
