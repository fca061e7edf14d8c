"""How the letters of a text were typed, and the same text in plain Unicode.

fonts (which old font does a name mean?) · tcvn3, vni (signs of such a font → letters) · mojibake (bytes read with the wrong
table) · forms (composed letters, nothing invisible) · words (which reading makes syllables?) · votes (what the neighbours say).
"""
