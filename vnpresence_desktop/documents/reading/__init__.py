"""Lists come in: from a spreadsheet as offices have it to records, with the truth about every row.

guard (what is this file?) → workbook (cells, read in a child process) → old_text (is it Unicode?) → table (which rows are
the list?) → columns (which column is which field?) → values (what does a cell mean?) → lists (records and problems by row).
Nothing is written here.
"""
