"""Lists come in, reports go out: reading spreadsheets, drawing PDF and Excel, signing and verifying."""
